import { describe, expect, it } from 'vitest'
import { campaignTargets } from '../../../supabase/demo/life/campaign-targets.ts'
import { demoCampaigns } from '../../../supabase/demo/life/campaigns.ts'
import { demoPeople } from '../../../supabase/demo/life/people.ts'
import { demoUnits } from '../../../supabase/demo/life/units.ts'
import { demoAccounts } from '../../../supabase/embedded/http/demo-accounts.ts'
import { tinyTown } from '../../support/tiny-town.ts'

const units = demoUnits(tinyTown)
const people = demoPeople(tinyTown, units)

describe('the people of the demo', () => {
  it('include every account that the sign-in page offers, in its role', () => {
    for (const { email, role } of demoAccounts) {
      const person = people.find(({ account }) => `${account}@demo.example` === email)
      expect(person?.memberships.map((own) => own.role)).toContain(role)
    }
  })

  it('have one account and one name each', () => {
    expect(new Set(people.map(({ account }) => account)).size).toBe(people.length)
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
  })

  it('give every unit a handler and every village, community and grid an officer', () => {
    const all = people.flatMap(({ memberships }) => memberships)
    const handled = all.filter(({ role }) => role === 'handler').map(({ unitKey }) => unitKey)
    expect(new Set(handled)).toEqual(new Set(units.map(({ key }) => key)))
    const patrolled = all.filter(({ role }) => role === 'officer').map(({ areaKey }) => areaKey)
    expect(patrolled.sort()).toEqual(['c1', 'c1-g01', 'c1-g02', 'v01', 'v02'])
  })

  it('let leaders share all villages and communities among them', () => {
    const patches = people
      .filter(({ account }) => /^leader\d/.test(account))
      .flatMap(({ memberships }) => memberships.map(({ areaKey }) => areaKey))
    expect(patches.sort()).toEqual(['c1', 'v01', 'v02'])
  })
})

describe('the campaigns of the demo', () => {
  it.each(['2026-11-22', '2027-01-31', '2028-02-29'])(
    'are nine, with phases that follow one another, on %s',
    (today) => {
      const campaigns = demoCampaigns(today)
      expect(campaigns.map(({ slug }) => slug)).toHaveLength(9)
      for (const { startsOn, endsOn, phases } of campaigns) {
        expect([phases[0]?.startsOn, phases.at(-1)?.endsOn]).toEqual([startsOn, endsOn])
        expect(startsOn < today && endsOn > today).toBe(true)
        phases.slice(1).forEach((phase, i) => {
          const dayBefore = new Date(Date.parse(phase.startsOn) - 86_400_000).toISOString().slice(0, 10)
          expect(phases[i]?.endsOn).toBe(dayBefore)
        })
      }
    },
  )

  it('stand amid their work, but for one that is about to end and one that has just begun', () => {
    const phaseOf = (slug: string) =>
      demoCampaigns('2026-11-22')
        .find((campaign) => campaign.slug === slug)
        ?.phases.find(({ startsOn, endsOn }) => startsOn <= '2026-11-22' && '2026-11-22' <= endsOn)?.name
    expect(['market', 'cable', 'small_ads', 'dogs', 'ebikes'].map(phaseOf)).toEqual([
      '集中整治',
      '集中整治',
      '集中整治',
      '总结冲刺',
      '准备',
    ])
  })

  it('have a target for every village and community: markets and cables as they stand', () => {
    const targets = campaignTargets(tinyTown, { seed: 1, today: '2026-11-22', hotspots: 12_000 })
    expect(targets).toHaveLength(27)
    expect(
      targets.every(({ baseline, target }) => Number.isFinite(target) && baseline >= 0 && baseline <= target),
    ).toBe(true)
    const of = (campaign: string) =>
      targets.filter((target) => target.campaign === campaign).map(({ target }) => target)
    expect(of('market')).toEqual([0, 0, 1])
    expect(of('cable')).toEqual([900, 800, 900])
  })
})
