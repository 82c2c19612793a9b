import { describe, expect, it } from 'vitest'
import { demoHotspots } from '../../../supabase/demo/life/demo-hotspots.ts'
import { demoPeople } from '../../../supabase/demo/life/people.ts'
import { demoUnits } from '../../../supabase/demo/life/units.ts'
import { tinyTown } from '../../support/tiny-town.ts'

const cases = [...demoHotspots(tinyTown, { seed: 5, today: '2026-02-10', hotspots: 1500 })].filter(
  ({ closedBySource }) => !closedBySource,
)
const people = demoPeople(tinyTown, demoUnits(tinyTown))
const memberOf = new Map(people.map(({ account, memberships }) => [account, memberships]))

describe('whoever acts on a case', () => {
  it('holds the role of the step', () => {
    for (const { events } of cases) {
      for (const { actor, role } of events) expect(memberOf.get(actor)?.map((own) => own.role)).toContain(role)
    }
  })

  it('works for the unit that the case was assigned to last', () => {
    for (const { events, status, unitKey } of cases) {
      let assigned: string | null = null
      for (const { step, actor, unitKey: about } of events) {
        if (step === 'assign') assigned = about
        if (['take', 'hand_in', 'return'].includes(step)) {
          expect(about).toBe(assigned)
          expect(memberOf.get(actor)?.map((own) => own.unitKey)).toContain(assigned)
        }
        if (step === 'return') assigned = null
      }
      expect([status, unitKey]).toEqual([status, assigned])
    }
  })

  it('verifies nothing that it took or handed in', () => {
    for (const { events } of cases) {
      const workers = events.filter(({ step }) => step === 'take' || step === 'hand_in').map(({ actor }) => actor)
      for (const { step, actor } of events) if (step === 'verify') expect(workers).not.toContain(actor)
    }
  })
})
