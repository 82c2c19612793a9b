import { randomUUID } from 'node:crypto'
import type { Setting } from './setting.ts'

export type Row = Record<string, unknown>

/** What the matrix needs to know of a table in order to try it. */
export type Specimen = {
  /** Names a row. */
  key: string[]
  /** The smallest row of the township that is legal. */
  row: (setting: Setting) => Row
  /** Columns of `row` that find it again. */
  mark: string[]
  /** The smallest legal change. */
  change: Row
  /** Condition for a row that is there already, where the owner cannot make one for the occasion. */
  victim?: string
  /** For each word of the matrix the rows it means, `t` being the table; parameters $1 root, $2 village, $3 unit, $4 user. */
  sees: Record<string, string>
}

const POLYGON = 'SRID=4326;MULTIPOLYGON(((117.7 30.7, 117.71 30.7, 117.71 30.71, 117.7 30.7)))'
const OTHER_POLYGON = 'SRID=4326;MULTIPOLYGON(((117.7 30.7, 117.72 30.7, 117.72 30.72, 117.7 30.7)))'

const ofRootOrNobody = { shared: 't.root_id is null or t.root_id = $1', other: 't.root_id is null or t.root_id = $1' }
const ofRoot = { town: 't.root_id = $1', other: 't.root_id = $1' }
const ofCampaign = (campaign: string) => {
  const condition = `(select c.root_id from public.campaigns c where c.id = ${campaign}) = $1`
  return { town: condition, other: condition }
}
const ofArea = (area: string) => {
  const inRoot = `(select a.root_id from public.areas a where a.id = ${area}) = $1`
  return { town: inRoot, other: inRoot, way: `${area} in ($1, $2)`, village: `${area} = $2` }
}
const ofHotspot = (of: (hotspot: string) => string) => {
  const where = (condition: string) => of(`(select h.id from public.hotspots h where ${condition})`)
  return {
    town: where('h.root_id = $1'),
    other: where('h.root_id = $1'),
    village: where('h.area_id = $2'),
    unit: where('h.area_id = $2 or h.unit_id = $3'),
  }
}

const ofOrder = (of: (orders: string) => string) => {
  const where = (condition: string) => of(`(select o.id from public.orders o where ${condition})`)
  const unitsOfCaller = `select m.unit_id from public.members m where m.user_id = $4 and m.role = 'handler'`
  return {
    town: where('o.root_id = $1'),
    other: where('o.root_id = $1'),
    village: where('o.area_id = $2'),
    issued: where(`o.root_id = $1 and o.status <> 'draft'`),
    ours: where(`o.status <> 'draft' and o.id in (
      select d.order_id from public.order_addressees d where d.unit_id in (${unitsOfCaller}))`),
    mine: `${where(`o.status <> 'draft'`)} and t.unit_id in (${unitsOfCaller})`,
  }
}

export const SPECIMENS: Record<string, Specimen> = {
  areas: {
    key: ['id'],
    row: ({ town }) => ({ parent_id: town, level: 'village', name: '新村' }),
    mark: ['name'],
    change: { name_en: 'changed' },
    sees: ofArea('t.id'),
  },
  area_boundaries: {
    key: ['area_id'],
    row: ({ bareVillage }) => ({ area_id: bareVillage, boundary: POLYGON }),
    mark: ['area_id'],
    change: { boundary: OTHER_POLYGON },
    sees: ofArea('t.area_id'),
  },
  units: {
    key: ['id'],
    row: ({ town }) => ({ root_id: town, name: '新单位' }),
    mark: ['name'],
    change: { name_en: 'changed' },
    sees: ofRoot,
  },
  members: {
    key: ['id'],
    row: ({ town, spareUser }) => ({ user_id: spareUser, role: 'viewer', area_id: town, display_name: '新人' }),
    mark: ['user_id'],
    change: { display_name: 'changed' },
    sees: { ...ofArea('t.area_id'), self: 't.user_id = $4' },
  },
  settings: {
    key: ['area_id', 'key'],
    row: ({ town }) => ({ area_id: town, key: 'new', value: { a: 1 } }),
    mark: ['area_id', 'key'],
    change: { value: { a: 2 } },
    sees: ofArea('t.area_id'),
  },
  places: {
    key: ['id'],
    row: ({ town }) => ({ root_id: town, kind: 'other', name: '新场所', lng: 117.7, lat: 30.7 }),
    mark: ['name'],
    change: { name_en: 'changed' },
    sees: ofRoot,
  },
  categories: {
    key: ['id'],
    row: ({ town }) => ({ root_id: town, code_system: 'new', code: '1', valid_from: '2026-01-01', name: '新类别' }),
    mark: ['code_system'],
    change: { name_en: 'changed' },
    sees: ofRootOrNobody,
  },
  campaign_catalogue: {
    key: ['slug'],
    row: () => ({ slug: 'new', position: 99, name: '新行动', name_en: 'new', measure: 'cleared' }),
    mark: ['slug'],
    change: { name_en: 'changed' },
    sees: {},
  },
  campaigns: {
    key: ['id'],
    row: ({ town }) => ({ root_id: town, slug: 'new', name: '新行动' }),
    mark: ['slug'],
    change: { name_en: 'changed' },
    sees: ofRoot,
  },
  campaign_phases: {
    key: ['campaign_id', 'position'],
    row: ({ campaign }) => ({
      campaign_id: campaign,
      position: 99,
      name: '新阶段',
      starts_on: '2026-01-01',
      ends_on: '2026-02-01',
    }),
    mark: ['campaign_id', 'position'],
    change: { name_en: 'changed' },
    sees: ofCampaign('t.campaign_id'),
  },
  campaign_measures: {
    key: ['id'],
    row: ({ campaign }) => ({ campaign_id: campaign, measure: 'volume', unit: '新' }),
    mark: ['unit'],
    change: { is_headline: false },
    sees: ofCampaign('t.campaign_id'),
  },
  campaign_targets: {
    key: ['measure_id', 'area_id'],
    row: ({ measure, bareVillage }) => ({ measure_id: measure, area_id: bareVillage, target: 7 }),
    mark: ['measure_id', 'area_id'],
    change: { target: 8 },
    sees: ofCampaign('(select m.campaign_id from public.campaign_measures m where m.id = t.measure_id)'),
  },
  campaign_categories: {
    key: ['campaign_id', 'category_id'],
    row: ({ campaign, townCategory }) => ({ campaign_id: campaign, category_id: townCategory }),
    mark: ['campaign_id', 'category_id'],
    change: { category_id: 1 },
    sees: ofCampaign('t.campaign_id'),
  },
  category_routes: {
    key: ['id'],
    row: ({ town, sharedCategory, villageUnit }) => ({
      root_id: town,
      category_id: sharedCategory,
      unit_id: villageUnit,
    }),
    mark: ['root_id', 'category_id'],
    change: { unit_id: 1 },
    sees: ofRoot,
  },
  hotspots: {
    key: ['id'],
    row: ({ town, sharedCategory }) => ({
      id: randomUUID(),
      root_id: town,
      category_id: sharedCategory,
      source: 'officer',
      title: '新点位',
      lng: 117.94,
      lat: 30.97,
      reported_at: '2026-03-01T00:00:00Z',
    }),
    mark: ['title'],
    change: { description: 'changed' },
    sees: ofHotspot((hotspot) => `t.id in ${hotspot}`),
  },
  hotspot_events: {
    key: ['id'],
    row: ({ hotspot }) => ({ hotspot_id: hotspot, step: 'new', to_status: 'closed', version: 9 }),
    mark: ['step'],
    change: { note: 'changed' },
    victim: "step = 'imported'",
    sees: ofHotspot((hotspot) => `t.hotspot_id in ${hotspot}`),
  },
  hotspot_sources: {
    key: ['hotspot_id'],
    row: ({ town, bareHotspot }) => ({
      hotspot_id: bareHotspot,
      root_id: town,
      source: 'new',
      source_key: '1',
      fields: {},
    }),
    mark: ['source'],
    change: { source_key: 'changed' },
    sees: ofHotspot((hotspot) => `t.hotspot_id in ${hotspot}`),
  },
  photos: {
    key: ['id'],
    row: ({ hotspot, town }) => ({
      id: randomUUID(),
      hotspot_id: hotspot,
      root_id: town,
      kind: 'other',
      path: 'new',
      thumb_path: 'new-thumb',
      width: 4,
      height: 3,
      bytes: 1,
      source: 'file',
      sha256: '0'.repeat(64),
      dhash: 0,
      uploaded_by: randomUUID(),
    }),
    mark: ['path'],
    change: { kind: 'after' },
    victim: 'true',
    sees: ofHotspot((hotspot) => `t.hotspot_id in ${hotspot}`),
  },
  revisits: {
    key: ['id'],
    row: ({ bareHotspot, town }) => ({ hotspot_id: bareHotspot, root_id: town, due_on: '2031-03-03' }),
    mark: ['due_on'],
    change: { passed: true, done_at: '2031-03-03T00:00:00Z' },
    sees: ofHotspot((hotspot) => `t.hotspot_id in ${hotspot}`),
  },
  hotspot_reporters: {
    key: ['hotspot_id'],
    row: ({ bareHotspot }) => ({ hotspot_id: bareHotspot, name: '新人' }),
    mark: ['name'],
    change: { phone: '1' },
    sees: ofHotspot((hotspot) => `t.hotspot_id in ${hotspot}`),
  },
  hotspot_counters: {
    key: ['root_id', 'level', 'cell', 'campaign_id', 'state', 'area_id'],
    row: ({ town, village }) => ({
      root_id: town,
      level: 0,
      cell: 0,
      campaign_id: 999_999,
      state: 0,
      area_id: village,
      n: 5,
    }),
    mark: ['campaign_id'],
    change: { n: 6 },
    sees: { ...ofRoot, village: 't.area_id = $2' },
  },
  work_calendar_days: {
    key: ['id'],
    row: ({ town }) => ({ root_id: town, day: '2031-03-03', is_working: false, name: '新假日' }),
    mark: ['day', 'name'],
    change: { name_en: 'changed' },
    sees: ofRootOrNobody,
  },
  time_limits: {
    key: ['id'],
    row: ({ town, townCategory }) => ({
      root_id: town,
      category_id: townCategory,
      urgent: true,
      amount: 7,
      unit: 'calendar_day',
    }),
    mark: ['root_id', 'category_id'],
    change: { amount: 8 },
    sees: ofRootOrNobody,
  },
  area_reassignments: {
    key: ['root_id'],
    row: ({ bareVillage }) => ({ root_id: bareVillage, last_no: 5 }),
    mark: ['root_id'],
    change: { last_no: 6 },
    sees: ofRoot,
  },
  case_views: {
    key: ['id'],
    row: ({ town, userOf }) => ({ user_id: userOf.planner, root_id: town, name: '新视图', query: 'view=overdue' }),
    mark: ['name'],
    change: { query: 'view=all' },
    sees: { self: 't.user_id = $4' },
  },
  notice_marks: {
    key: ['user_id', 'root_id'],
    row: ({ town, spareUser }) => ({ user_id: spareUser, root_id: town, seen_at: '2026-03-01T00:00:00Z' }),
    mark: ['user_id'],
    change: { seen_at: '2031-01-01T00:00:00Z' },
    sees: { self: 't.user_id = $4' },
  },
  orders: {
    key: ['id'],
    row: ({ town, userOf }) => ({
      id: randomUUID(),
      root_id: town,
      area_id: town,
      kind: 'supervision',
      title: '新督办函',
      created_by: userOf.supervisor,
    }),
    mark: ['title'],
    change: { body: 'changed' },
    sees: ofOrder((orders) => `t.id in ${orders}`),
  },
  order_addressees: {
    key: ['order_id', 'unit_id'],
    row: ({ draftOrder, villageUnit }) => ({ order_id: draftOrder, unit_id: villageUnit }),
    mark: ['order_id', 'unit_id'],
    change: { received_at: '2026-03-01T00:00:00Z' },
    sees: ofOrder((orders) => `t.order_id in ${orders}`),
  },
  order_items: {
    key: ['order_id', 'hotspot_id'],
    row: ({ draftOrder, hotspot }) => ({ order_id: draftOrder, hotspot_id: hotspot, position: 9 }),
    mark: ['order_id', 'hotspot_id'],
    change: { note: 'changed' },
    sees: ofOrder((orders) => `t.order_id in ${orders}`),
  },
}
