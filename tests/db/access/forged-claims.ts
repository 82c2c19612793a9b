import type { Forgery } from './forgery.ts'
import type { Setting } from './setting.ts'

/** Rows of one's own that claim to belong to the neighbour, or to hang on what is the neighbour's. */
export const FORGED_CLAIMS: Forgery[] = [
  ...(
    [
      ['areas', ({ neighbour }) => ({ parent_id: neighbour.root, level: 'village', name: 'x' })],
      ['units', ({ neighbour }) => ({ root_id: neighbour.root, name: 'x' })],
      ['settings', ({ neighbour }) => ({ area_id: neighbour.root, key: 'x', value: {} })],
      ['places', ({ neighbour }) => ({ root_id: neighbour.root, kind: 'other', name: 'x', lng: 118.55, lat: 31.05 })],
      [
        'categories',
        ({ neighbour }) => ({
          root_id: neighbour.root,
          code_system: 'x',
          code: '1',
          valid_from: '2026-01-01',
          name: 'x',
        }),
      ],
      ['campaigns', ({ neighbour }) => ({ root_id: neighbour.root, slug: 'x', name: 'x' })],
      [
        'campaign_phases',
        ({ neighbour }) => ({
          campaign_id: neighbour.campaign,
          position: 9,
          name: 'x',
          starts_on: '2026-01-01',
          ends_on: '2026-02-01',
        }),
      ],
      ['campaign_measures', ({ neighbour }) => ({ campaign_id: neighbour.campaign, measure: 'volume', unit: 'x' })],
      [
        'campaign_categories',
        ({ neighbour, sharedCategory }) => ({ campaign_id: neighbour.campaign, category_id: sharedCategory }),
      ],
    ] satisfies [string, (setting: Setting) => Record<string, unknown>][]
  ).map(([table, row]): Forgery => ({
    who: 'admin',
    what: `adds to the neighbour’s ${table}`,
    attempt: (door, setting) => door.insert('admin', table, row(setting)),
    ends: '42501',
  })),
  {
    who: 'admin',
    what: 'puts a unit of the town into an area of the neighbour',
    attempt: (door, { town, neighbour }) =>
      door.insert('admin', 'units', { root_id: town, area_id: neighbour.area, name: 'x' }),
    ends: 'PT422 root_required',
  },
  {
    who: 'admin',
    what: 'moves a unit into an area of the neighbour',
    attempt: (door, { townUnit, neighbour }) =>
      door.update('admin', 'units', { id: townUnit }, { area_id: neighbour.area }),
    ends: 'PT422 root_required',
  },
  {
    who: 'planner',
    what: 'lets a unit of the neighbour lead a campaign',
    attempt: (door, { campaign, neighbour }) =>
      door.update('planner', 'campaigns', { id: campaign }, { lead_unit_id: neighbour.unit }),
    ends: 'PT422 unit_unknown',
  },
  {
    who: 'planner',
    what: 'makes a campaign that a unit of the neighbour leads',
    attempt: (door, { town, neighbour }) =>
      door.insert('planner', 'campaigns', { root_id: town, slug: 'x', name: 'x', lead_unit_id: neighbour.unit }),
    ends: 'PT422 unit_unknown',
  },
  {
    who: 'planner',
    what: 'ties a category of the neighbour to a campaign',
    attempt: (door, { campaign, neighbour }) =>
      door.insert('planner', 'campaign_categories', { campaign_id: campaign, category_id: neighbour.category }),
    ends: 'PT422 category_unknown',
  },
  {
    who: 'planner',
    what: 'sets a target for an area of the neighbour',
    attempt: (door, { measure, neighbour }) =>
      door.insert('planner', 'campaign_targets', { measure_id: measure, area_id: neighbour.area, target: 1 }),
    ends: 'PT422 root_required',
  },
  {
    who: 'admin',
    what: 'hangs a category below one of the neighbour',
    attempt: (door, { townCategory, neighbour }) =>
      door.update('admin', 'categories', { id: townCategory }, { parent_id: neighbour.category }),
    ends: 'PT422 category_unknown',
  },
  {
    who: 'admin',
    what: 'makes a category that everybody shares',
    attempt: (door) =>
      door.insert('admin', 'categories', { code_system: 'x', code: '1', valid_from: '2026-01-01', name: 'x' }),
    ends: '42501',
  },
  {
    who: 'admin',
    what: 'renames a category that everybody shares',
    attempt: (door, { sharedCategory }) => door.update('admin', 'categories', { id: sharedCategory }, { name: 'x' }),
    ends: 'no row',
  },
]
