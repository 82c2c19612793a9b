import type { Town } from '../town/town.ts'
import { beginOfDay, DAY_MS, HOUR_MS } from './calendar.ts'
import { Chance, indexAt } from './chance.ts'
import { demoCampaigns } from './campaigns.ts'
import type { DemoEvent, DemoHotspot } from './demo-hotspot.ts'
import type { DemoOptions } from './demo-options.ts'
import { addressOf } from './ground/address.ts'
import { findSpot, type Found } from './ground/find-spot.ts'
import { Ground } from './ground/ground.ts'
import { between, lengthOf, movedBy } from './ground/metres.ts'
import { outskirts } from './ground/outskirts.ts'
import { isStretch, type Site } from './ground/site.ts'
import { survey, type SitesOfKind } from './ground/survey.ts'
import { historyOf } from './history.ts'
import { importedEvent } from './imported.ts'
import { PastCases, type PastCase } from './past-cases.ts'
import { Staff } from './staff.ts'
import { allTopics, type NamedTopic } from './topics/all-topics.ts'
import { codeSystemOf } from './topics/code-system.ts'
import { kindsOf } from './topics/kinds-of.ts'
import type { SiteKind } from './topics/topic.ts'
import { wording } from './wording.ts'

/** What a case repeats: nothing, an open case (a duplicate) or a fixed one (its relapse). */
type Repeats = { kind: 'duplicate' | 'relapse'; past: PastCase } | null

const DUPLICATES = 0.03
/** Of the tries to remember a fixed case; most find one. */
const RELAPSES = 0.075
const OUTSIDE = 0.0005
/** The old ledger: taken over from a table, closed as it says. */
const LEDGER_DAYS = 75
const LEDGER_SHARE = 0.3

/** Makes one case after the other. */
export class CaseMaker {
  /** Problems that this town can have. */
  readonly topics: readonly NamedTopic[]
  private readonly ground: Ground
  private readonly sites: Map<SiteKind, SitesOfKind>
  private readonly kinds: ReadonlyMap<NamedTopic, ReturnType<typeof kindsOf>>
  private readonly outside: Site[]
  private readonly staff: Staff
  private readonly past: PastCases
  private readonly pace: number[]
  private readonly campaignStart: Map<string, number>
  private readonly untilMs: number
  private readonly ledgerUntilMs: number
  private readonly importedAtMs: number

  constructor(
    private readonly town: Town,
    { today, untilHour = 0 }: DemoOptions,
    perDay: number,
  ) {
    this.ground = new Ground(town)
    this.sites = survey(town, this.ground)
    const kinds = allTopics.map((topic) => [topic, kindsOf(topic, this.sites)] as const)
    this.kinds = new Map(kinds.filter(([, found]) => found.length > 0))
    this.topics = [...this.kinds.keys()]
    if (this.topics.length === 0) throw new Error('The town has no place where anything could happen.')
    this.outside = outskirts(town, this.ground)
    this.staff = new Staff(town)
    this.past = new PastCases(perDay)
    this.pace = this.ground.homes.map(({ key }) => Math.exp(new Chance(town.seed, 0, `pace ${key}`).around() * 0.8))
    this.campaignStart = new Map(demoCampaigns(today).map(({ slug, startsOn }) => [slug, beginOfDay(startsOn)]))
    this.untilMs = beginOfDay(today) + untilHour * HOUR_MS
    this.ledgerUntilMs = beginOfDay(today) - (365 - LEDGER_DAYS) * DAY_MS
    this.importedAtMs = beginOfDay(today) - 181 * DAY_MS + 10 * HOUR_MS
  }

  make(no: number, chosen: NamedTopic, reportedAt: number, chance: Chance): DemoHotspot {
    const isFromLedger = reportedAt < this.ledgerUntilMs && chance.happens(LEDGER_SHARE)
    const repeats = isFromLedger ? null : this.repeats(reportedAt, chance)
    const topic = repeats?.past.topic ?? chosen
    const isOutside = !repeats && !isFromLedger && this.outside.length > 0 && chance.happens(OUTSIDE)
    const site = repeats?.past.site ?? (isOutside ? chance.pick(this.outside) : this.siteFor(topic, chance))
    const found = repeats
      ? this.near(repeats.past.found, chance)
      : isOutside
        ? onSite(site)
        : findSpot(site, topic, this.ground, chance)
    const home = isOutside ? -1 : this.ground.homeAt(found.position)
    const homeName = this.ground.homes[home]?.name.zh ?? ''
    const address =
      repeats?.past.address ??
      (isOutside && 'name' in site ? (site.name ?? '') : addressOf(site, found, homeName, topic, this.town, chance))
    const homeKey = this.ground.homes[home]?.key ?? null
    const source = isFromLedger ? 'import' : this.sourceOf(repeats, homeKey, chance)
    const unitKey = this.staff.unitFor(topic, site, homeKey, chance)
    const events = isFromLedger
      ? [importedEvent(this.importedAtMs)]
      : historyOf(
          {
            topic,
            reportedAt,
            untilMs: this.untilMs,
            unitKey,
            wrongUnitKey: unitKey === 'urban' ? 'sanitation' : 'urban',
            pace: this.pace[home] ?? 1,
            originalNo: repeats?.kind === 'duplicate' ? repeats.past.no : null,
            hands: this.staff.handsFor(source, homeKey),
          },
          chance,
        )
    const last = events[events.length - 1] as DemoEvent
    const ended = events.find(({ to }) => ENDS.has(to))
    const quantity = this.quantityOf(topic, found, chance)
    const campaignStart = topic.campaign ? (this.campaignStart.get(topic.campaign) ?? 0) : 0
    const isBeforeCampaign = isFromLedger || (ended !== undefined && ended.at < campaignStart)
    const closedAt = isFromLedger ? reportedAt + chance.whole(3, 24) * DAY_MS : (ended?.at ?? null)
    const hotspot: DemoHotspot = {
      no,
      codeSystem: codeSystemOf(topic.code),
      code: topic.code,
      campaign: isBeforeCampaign ? null : topic.campaign,
      placeKey: isStretch(site) ? null : site.placeKey,
      relapseOf: repeats?.kind === 'relapse' ? repeats.past.no : null,
      unitKey: isFromLedger ? null : unitAtEnd(events),
      status: last.to,
      closedBySource: isFromLedger,
      endReason: ended ? (ended.to === 'closed' ? 'fixed' : ended.to) : null,
      version: last.version,
      ...wording(topic, site.kind, repeats, chance),
      address,
      quantity,
      quantityUnit: topic.quantity?.[2] ?? null,
      source,
      position: found.position,
      shape: found.shape,
      reportedAt,
      closedAt,
      precision: isFromLedger ? 'day' : 'second',
      createdAt: isFromLedger ? this.importedAtMs : reportedAt,
      updatedAt: last.at,
      events,
    }
    if (!isFromLedger && !isOutside && repeats?.kind !== 'duplicate') this.remember(hotspot, topic, site, found, chance)
    return hotspot
  }

  private repeats(at: number, chance: Chance): Repeats {
    const share = chance.next()
    const kind = share < DUPLICATES ? 'duplicate' : share < DUPLICATES + RELAPSES ? 'relapse' : null
    const past = kind && (kind === 'duplicate' ? this.past.open(at, chance) : this.past.relapsing(at, chance))
    return kind && past ? { kind, past } : null
  }

  private siteFor(topic: NamedTopic, chance: Chance): Site {
    const kinds = this.kinds.get(topic) ?? []
    let share = chance.next() * kinds.reduce((sum, { weight }) => sum + weight, 0)
    const chosen = kinds.find(({ weight }) => (share -= weight) < 0) ?? kinds[0]
    const { sites, sums } = chosen?.sitesOfKind ?? { sites: [], sums: new Float64Array(1) }
    return sites[indexAt(sums, chance.next())] as Site
  }

  /** A few metres from where it was, still on land. */
  private near({ position, alongM }: Found, chance: Chance): Found {
    const here = movedBy(position, chance.between(-9, 9), chance.between(-9, 9))
    return { position: this.ground.isDry(here) ? here : position, shape: null, alongM }
  }

  private sourceOf(repeats: Repeats, home: string | null, chance: Chance): string {
    if (home === null) return 'inspection'
    if (repeats?.kind === 'relapse' && chance.happens(0.55)) return 'revisit'
    if (repeats?.kind === 'duplicate') return chance.pick(['hotline', 'public', 'officer', 'officer'])
    return chance.pick(SOURCES)
  }

  private quantityOf({ quantity }: NamedTopic, { shape }: Found, chance: Chance): number | null {
    if (!quantity) return null
    if (shape?.type === 'LineString') return Math.round(lengthOf(shape.line))
    if (shape?.type === 'Polygon') return Math.max(1, Math.round(sizeOf(shape.ring)))
    const [least, most] = quantity
    return least + Math.floor((most - least + 1) * chance.next() ** 1.7)
  }

  private remember(hotspot: DemoHotspot, topic: NamedTopic, site: Site, found: Found, chance: Chance): void {
    const { no, address, reportedAt, closedAt, endReason } = hotspot
    const fixedAt = endReason === 'fixed' ? closedAt : null
    this.past.remember(
      { no, topic, site, found, address, reportedAt, fixedAt, isOpenUntil: closedAt ?? Infinity },
      chance,
    )
  }
}

const ENDS = new Set(['closed', 'rejected', 'duplicate', 'transferred'])
/** Most are found by those who walk. */
const SOURCES = [
  ...Array.from({ length: 10 }, () => 'officer'),
  ...Array.from({ length: 4 }, () => 'inspection'),
  'hotline',
  'hotline',
  'public',
  'public',
  'video',
  'higher_level',
]

/** Where nothing is to be chosen: the spot itself. */
const onSite = (site: Site): Found => ({
  position: isStretch(site) ? (site.line[0] as Found['position']) : site.position,
  shape: null,
  alongM: 0,
})

/** Whoever it was assigned to last, unless it came back. */
function unitAtEnd(events: readonly DemoEvent[]): string | null {
  const step = [...events].reverse().find(({ step }) => step === 'assign' || step === 'return')
  return step?.step === 'assign' ? step.unitKey : null
}

/** Square metres within a small ring. */
function sizeOf(ring: readonly Found['position'][]): number {
  const origin = ring[0] as Found['position']
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = between(origin, ring[i - 1] as Found['position'])
    const [bx, by] = between(origin, ring[i] as Found['position'])
    twice += ax * by - bx * ay
  }
  return Math.abs(twice) / 2
}
