import type { Town } from '../town/town.ts'
import { Chance } from './chance.ts'
import { beginOfDay, DAY_MS } from './calendar.ts'
import { demoCampaigns, type DemoCampaign } from './campaigns.ts'
import type { DemoOptions } from './demo-options.ts'
import { Ground } from './ground/ground.ts'
import { lengthOf } from './ground/metres.ts'
import { sharesByHome, survey } from './ground/survey.ts'
import { daysBefore, type Day } from './rhythm.ts'
import { allTopics } from './topics/all-topics.ts'
import { kindsOf } from './topics/kinds-of.ts'

/** Baseline and target of a campaign's headline measure in a village or community, in the measure's unit. */
export interface DemoTarget {
  readonly campaign: string
  readonly areaKey: string
  readonly baseline: number
  readonly target: number
}

/** What each village is to reach in each campaign: markets and metres of cable as they stand, cases as they are to be expected. */
export function campaignTargets(town: Town, options: DemoOptions): DemoTarget[] {
  const ground = new Ground(town)
  const homeOf = homeFinder(town)
  const campaigns = demoCampaigns(options.today)
  const expected = expectedCases(town, ground, campaigns, options)
  return campaigns.flatMap((campaign) =>
    ground.homes.map(({ key }, home): DemoTarget => {
      const chance = new Chance(town.seed, home, `target ${campaign.slug}`)
      const { slug } = campaign
      if (slug === 'market') {
        const markets = town.places.filter(({ kind, areaKey }) => kind === 'market' && homeOf(areaKey) === key)
        return { campaign: slug, areaKey: key, baseline: 0, target: markets.length }
      }
      if (slug === 'cable') {
        const runs = town.cables.filter(({ areaKey }) => homeOf(areaKey) === key)
        const metres = runs.reduce((sum, { line }) => sum + lengthOf(line), 0)
        return share(slug, key, Math.round(metres / 10) * 10, chance, 10)
      }
      if (slug === 'infrastructure') {
        const buildings = town.buildings.filter(({ areaKey }) => homeOf(areaKey) === key).length
        return share(slug, key, 4 + Math.round(buildings / 40), chance, 1)
      }
      const cases = (expected.get(slug)?.[home] ?? 0) * aheadOf(campaign, options.today) * chance.between(0.95, 1.15)
      return { campaign: slug, areaKey: key, baseline: 0, target: tidy(cases) }
    }),
  )
}

/** A part of the work was done before. */
function share(campaign: string, areaKey: string, target: number, chance: Chance, step: number): DemoTarget {
  const baseline = Math.floor((target * chance.between(0.04, 0.16)) / step) * step
  return { campaign, areaKey, baseline, target }
}

/** How much more is to come than there is by now. */
function aheadOf({ startsOn, endsOn }: DemoCampaign, today: string): number {
  const whole = beginOfDay(endsOn) - beginOfDay(startsOn)
  const passed = Math.max(DAY_MS, beginOfDay(today) - beginOfDay(startsOn))
  return Math.max(1.12, (0.45 * whole) / passed)
}

/** Cases to be expected since each campaign began, by village. */
function expectedCases(
  town: Town,
  ground: Ground,
  campaigns: readonly DemoCampaign[],
  { today, hotspots, untilHour = 0 }: DemoOptions,
): Map<string, number[]> {
  const sites = survey(town, ground)
  const topics = allTopics.filter((topic) => kindsOf(topic, sites).length > 0)
  const days = daysBefore(today, untilHour, topics, campaigns)
  const perWeight = hotspots / days.reduce((sum, { weight }) => sum + weight, 0)
  return new Map(
    campaigns.map(({ slug, startsOn }) => {
      const inCampaign = days.filter(({ beginsAt }) => beginsAt >= beginOfDay(startsOn))
      const byHome = ground.homes.map(() => 0)
      topics.forEach((topic, t) => {
        if (topic.campaign !== slug) return
        const cases = perWeight * inCampaign.reduce((sum, day) => sum + weightOf(day, t), 0)
        const kinds = kindsOf(topic, sites)
        const whole = kinds.reduce((sum, { weight }) => sum + weight, 0)
        for (const { sitesOfKind, weight } of kinds) {
          sharesByHome(sitesOfKind, byHome.length).forEach((part, home) => {
            byHome[home] = (byHome[home] ?? 0) + (cases * part * weight) / whole
          })
        }
      })
      return [slug, byHome]
    }),
  )
}

const weightOf = ({ topicSums }: Day, topic: number): number =>
  topicSums.reduce((sum, sums) => sum + (sums[topic] ?? 0) - (sums[topic - 1] ?? 0), 0)

/** Village or community of an area: its own key, or its parent's for a grid. */
function homeFinder(town: Town): (areaKey: string) => string {
  const homes = new Map(
    town.areas.map(({ key, parentKey, level }) => [key, level === 'grid' ? (parentKey ?? key) : key]),
  )
  return (areaKey) => homes.get(areaKey) ?? areaKey
}

/** A number that a plan would name. */
function tidy(cases: number): number {
  const step = cases < 20 ? 1 : cases < 100 ? 5 : cases < 1000 ? 10 : 100
  return Math.round(cases / step) * step
}
