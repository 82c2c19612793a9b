import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Door } from '../access/door.ts'
import type { Opened } from '../access/opened.ts'
import { PEOPLE } from '../access/read-matrix.ts'
import type { Setting } from '../access/setting.ts'
import { fingerprint } from '../support/fingerprint.ts'
import { BY_HAND, NOT_EXPOSED } from './by-hand.ts'

const TABLES = [
  'hotspots',
  'hotspot_events',
  'hotspot_sources',
  'hotspot_counters',
  'hotspot_reporters',
  'revisits',
  'area_reassignments',
  'areas',
  'members',
].map((table) => `public.${table}`)

/** Everybody tries through a door to set a status, an event, a counter or a source by hand: all are refused, nothing has changed. */
export function describeByHand(opened: Opened): void {
  describe('there is no way around the steps', () => {
    let door: Door
    let setting: Setting

    beforeAll(() => {
      ;({ door, setting } = opened())
    })

    const ending = ({ rows, refused }: Answer) => refused ?? `${rows?.length} rows`

    describe.each(PEOPLE)('for: %s', (who) => {
      it('by hand', async () => {
        const before = await fingerprint(door.owner, ...TABLES)
        const endings: Record<string, string> = {}
        for (const { what, attempt } of BY_HAND) endings[what] = ending(await attempt(door, setting, who))
        expect(endings).toEqual(Object.fromEntries(BY_HAND.map(({ what }) => [what, '42501'])))
        expect(await fingerprint(door.owner, ...TABLES)).toBe(before)
      })

      it('by a function that is not the API’s', async () => {
        const before = await fingerprint(door.owner, ...TABLES)
        const endings: string[] = []
        for (const [name, parameters] of NOT_EXPOSED) endings.push(ending(await door.call(who, name, parameters)))
        // PostgREST does not know the function, or PostgreSQL does not.
        expect(endings.filter((each) => !['PGRST202', '42883'].includes(each))).toEqual([])
        expect(await fingerprint(door.owner, ...TABLES)).toBe(before)
      })
    })

    it('by saying more in a report than a report may say', async () => {
      const { bareVillage, town, sharedCategory, townUnit } = setting
      const id = '00000000-0000-4000-8000-00000000f00d'
      const { rows } = await door.call('supervisor', 'advance_hotspot', {
        p_id: id,
        p_step: 'report',
        p_version: 7,
        p_input: {
          root: town,
          categoryId: sharedCategory,
          lng: 117.94,
          lat: 30.97,
          status: 'closed',
          state: 5,
          version: 7,
          no: 1,
          unitId: townUnit,
          areaId: bareVillage,
          endReason: 'fixed',
          closedBySource: true,
          closedAt: '2026-03-02T00:00:00Z',
          createdAt: '2020-01-01T00:00:00Z',
          id: setting.hotspot,
        },
      })
      expect(rows).toEqual([
        {
          gives: expect.objectContaining({
            id,
            status: 'reported',
            state: 0,
            version: 1,
            unitId: null,
            endReason: null,
            closedBySource: false,
            closedAt: null,
            areaId: setting.village,
          }),
        },
      ])
    })

    it('by an import, which closes only per source and never moves what is here', async () => {
      const row = {
        i: 0,
        key: 'by-hand',
        lng: 117.94,
        lat: 30.97,
        categoryId: setting.sharedCategory,
        status: 'held',
        sourceStatus: 'verified',
        reportedAt: '2026-03-01T00:00:00Z',
        closedAt: '2026-03-02T00:00:00Z',
        version: 9,
        closedBySource: false,
        source: 'officer',
        state: 5,
        endReason: 'x',
      }
      const send = (changed: object) =>
        door.call('planner', 'import_hotspots', {
          p_root: setting.town,
          p_source: 'by-hand',
          p_rows: [{ ...row, ...changed }],
        })
      const find = () =>
        door.owner(
          `select h.status, h.state, h.version, h.source, h.closed_by_source, h.end_reason from public.hotspots h
           join public.hotspot_sources s on s.hotspot_id = h.id where s.source = 'by-hand'`,
        )
      expect((await send({})).rows).toMatchObject([{ gives: { results: [{ outcome: 'new' }] } }])
      const there = {
        status: 'closed',
        state: 11,
        version: 1,
        source: 'import',
        closed_by_source: true,
        end_reason: 'fixed',
      }
      expect(await find()).toEqual([there])
      expect((await send({ status: 'reported' })).rows).toMatchObject([
        { gives: { results: [{ outcome: 'conflict', reason: 'status_decided_here' }] } },
      ])
      expect(await find()).toEqual([there])
    })
  })
}
