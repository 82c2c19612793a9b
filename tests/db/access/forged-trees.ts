import type { Forgery } from './forgery.ts'

const NOT_PLANNER = ['supervisor', 'handler', 'officer', 'viewer', 'leader'] as const

/** Trees of one's own, and rows in trees that are none. */
export const FORGED_TREES: Forgery[] = [
  ...(['admin', 'planner', 'admin of a village'] as const).map((who): Forgery => ({
    who,
    what: 'plants a root',
    attempt: (door) => door.insert(who, 'areas', { level: 'township', name: 'x' }),
    ends: '42501',
  })),
  ...(
    [
      ['units', { name: 'x' }],
      ['places', { kind: 'other', name: 'x', lng: 117.94, lat: 30.97 }],
      ['categories', { code_system: 'x', code: '1', valid_from: '2026-01-01', name: 'x' }],
      ['campaigns', { slug: 'x', name: 'x' }],
    ] as const
  ).flatMap(([table, rest]) =>
    (['admin', 'admin of a village'] as const).map((who): Forgery => ({
      who,
      what: `takes a village for a root in ${table}`,
      attempt: (door, { village }) => door.insert(who, table, { root_id: village, ...rest }),
      ends: 'PT422 root_required',
    })),
  ),
  ...(
    [
      ['areas', { root_id: 1 }, 'id', 'village'],
      ['areas', { parent_id: 1 }, 'id', 'village'],
      ['areas', { path: 'a1' }, 'id', 'village'],
      ['areas', { size_m2: 1 }, 'id', 'village'],
      ['units', { root_id: 1 }, 'id', 'townUnit'],
      ['places', { root_id: 1 }, 'id', 'place'],
      ['places', { area_id: 1 }, 'id', 'place'],
      ['categories', { root_id: 1 }, 'id', 'townCategory'],
      ['categories', { code: '2' }, 'id', 'townCategory'],
      ['campaigns', { root_id: 1 }, 'id', 'campaign'],
      ['campaign_measures', { campaign_id: 1 }, 'id', 'measure'],
      ['campaign_targets', { area_id: 1 }, 'measure_id', 'measure'],
      ['campaign_phases', { campaign_id: 1 }, 'campaign_id', 'campaign'],
      ['settings', { area_id: 1 }, 'area_id', 'town'],
    ] as const
  ).map(([table, change, column, of]): Forgery => ({
    who: 'admin',
    what: `moves a row of ${table}: ${Object.keys(change).join()}`,
    attempt: (door, setting) => door.update('admin', table, { [column]: setting[of] }, change),
    ends: '42501',
  })),
  ...(['root_id', 'path', 'id'] as const).map((column): Forgery => ({
    who: 'admin',
    what: `says itself where an area stands: ${column}`,
    attempt: (door, { town }) =>
      door.insert('admin', 'areas', {
        parent_id: town,
        level: 'village',
        name: 'x',
        [column]: column === 'path' ? 'a1' : 999_999,
      }),
    ends: column === 'id' ? '428C9' : '42501',
  })),
  {
    who: 'admin of a village',
    what: 'deletes its own village',
    attempt: (door, { village }) => door.remove('admin of a village', 'areas', { id: village }),
    ends: 'no row',
  },
  {
    who: 'admin',
    what: 'deletes the root',
    attempt: (door, { town }) => door.remove('admin', 'areas', { id: town }),
    ends: 'no row',
  },
  {
    who: 'admin of a village',
    what: 'moves a place out of its village',
    attempt: (door, { place }) => door.update('admin of a village', 'places', { id: place }, { lng: 117.7, lat: 30.7 }),
    ends: '42501',
  },
  ...NOT_PLANNER.map((who): Forgery => ({
    who,
    what: 'gives a campaign more time',
    attempt: (door, { campaign }) => door.update(who, 'campaigns', { id: campaign }, { ends_on: '2030-01-01' }),
    ends: 'no row',
  })),
]
