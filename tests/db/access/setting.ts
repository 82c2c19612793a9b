import { DEMO_PASSWORD } from '../../support/actors.ts'
import type { Query } from '../../support/test-database.ts'
import { one } from '../support/one.ts'
import type { Person } from './read-matrix.ts'

/** The account of each person of the matrix in the demo township; null for those who have none. */
export const ACCOUNTS: Record<Person, string | null> = {
  admin: 'admin',
  planner: 'planner',
  supervisor: 'supervisor',
  handler: 'handler',
  'handler of a village': 'handler2',
  officer: 'officer',
  viewer: 'viewer',
  leader: 'leader',
  'admin of a village': 'village-admin',
  stranger: 'stranger',
  'signed out': null,
  'secret key': null,
}

/** The password of all of them. */
export const PASSWORD = DEMO_PASSWORD

/** What the payloads and expectations refer to. */
export type Setting = {
  town: number
  /** Village of the officer and of the village's admin; the one of the village's handler. */
  village: number
  handlersVillage: number
  /** A village without a boundary, whose name, boundary and members may be written. */
  bareVillage: number
  handlersUnit: number
  townUnit: number
  villageUnit: number
  campaign: number
  measure: number
  category: number
  townCategory: number
  sharedCategory: number
  hotspot: string
  /** A hotspot that no import brought. */
  bareHotspot: string
  draftOrder: string
  place: number
  spareUser: string
  userOf: Record<string, string>
  neighbour: { root: number; area: number; unit: number; campaign: number; category: number; place: number }
}

const NEW_ACCOUNTS = ['village-admin', 'spare']

/**
 * Completes the demo township so that every table holds rows of the town, of single villages and of the neighbour, and
 * adds the people whom the demo does not have.
 */
export async function addSetting(query: Query): Promise<Setting> {
  const areas = await query<{ id: number; key: string }>(
    "select id, source_key as key from public.areas where source = 'demo'",
  )
  const area = (key: string) => areas.find((each) => each.key === key)!.id
  const ids = async (sql: string, ...parameters: unknown[]) => (await one<{ id: number }>(query, sql, parameters)).id
  const [town, village, handlersVillage, root] = [area('shili'), area('shiqiao'), area('qingxi'), area('neighbour')]

  for (const account of NEW_ACCOUNTS) await addAccount(query, account)
  const users = await query<{ id: string; email: string }>('select id, email from auth.users')
  const userOf = Object.fromEntries(users.map(({ id, email }) => [email.split('@')[0]!, id]))
  await query(
    `insert into public.members (user_id, role, area_id, display_name) values ($1, 'admin', $2, '村管理员')`,
    [userOf['village-admin'], village],
  )

  const addArea = (parent: number, name: string) =>
    ids(`insert into public.areas (parent_id, level, name) values ($1, 'village', $2) returning id`, parent, name)
  const bareVillage = await addArea(town, '无界村')
  const neighboursVillage = await addArea(root, '邻村')
  await query(
    `insert into public.area_boundaries (area_id, boundary)
     values ($1, 'SRID=4326;MULTIPOLYGON(((118.5 31, 118.6 31, 118.6 31.1, 118.5 31.1, 118.5 31)))')`,
    [neighboursVillage],
  )
  await query(
    `insert into public.settings (area_id, key, value) values ($1, 'place', '"village"'), ($2, 'place', '"village"'), ($3, 'place', '"village"')`,
    [village, handlersVillage, neighboursVillage],
  )
  const addUnit = (of: number, at: number | null, name: string) =>
    ids('insert into public.units (root_id, area_id, name) values ($1, $2, $3) returning id', of, at, name)
  const neighboursUnit = await addUnit(root, null, '邻镇环卫所')
  const villageUnit = await addUnit(town, village, '石桥村保洁队')
  const addCategory = (of: number) =>
    ids(
      `insert into public.categories (root_id, code_system, code, valid_from, name) values ($1, 'own', '1', '2026-01-01', '自定') returning id`,
      of,
    )
  const townCategory = await addCategory(town)
  const neighboursCategory = await addCategory(root)
  const neighboursPlace = await ids(
    `insert into public.places (root_id, kind, name, lng, lat) values ($1, 'market', '邻镇市场', 118.55, 31.05) returning id`,
    root,
  )
  const campaignOf = (of: number) =>
    ids(`select id from public.campaigns where root_id = $1 and slug = 'small_ads'`, of)
  const measureOf = (of: number) => ids('select id from public.campaign_measures where campaign_id = $1', of)
  const campaign = await campaignOf(town)
  const neighboursCampaign = await campaignOf(root)
  await query(
    `insert into public.campaign_phases (campaign_id, position, name, starts_on, ends_on) values ($1, 1, '准备', '2026-01-01', '2026-02-01')`,
    [neighboursCampaign],
  )
  await query('insert into public.campaign_targets (measure_id, area_id, target) values ($1, $2, 5)', [
    await measureOf(neighboursCampaign),
    neighboursVillage,
  ])
  await query('insert into public.campaign_categories (campaign_id, category_id) values ($1, $2)', [
    neighboursCampaign,
    neighboursCategory,
  ])
  await query('insert into public.category_routes (root_id, category_id, unit_id) values ($1, $2, $3)', [
    root,
    neighboursCategory,
    neighboursUnit,
  ])
  const handlersUnit = await ids(`select unit_id as id from public.members where user_id = $1`, userOf.handler2)
  await query('insert into public.category_routes (root_id, category_id, unit_id) values ($1, $2, $3)', [
    town,
    townCategory,
    villageUnit,
  ])
  const addHotspot = async (of: number, lng: number, lat: number, unit: number | null) => {
    const { id } = await one<{ id: string }>(
      query,
      `insert into public.hotspots (id, root_id, category_id, status, unit_id, source, lng, lat, reported_at)
       values (gen_random_uuid(), $1, (select min(id) from public.categories), $2, $3, 'import', $4, $5, now()) returning id`,
      [of, unit ? 'assigned' : 'reported', unit, lng, lat],
    )
    await query(
      `insert into public.hotspot_events (hotspot_id, step, to_status, version) values ($1, 'imported', 'reported', 1)`,
      [id],
    )
    await query(
      `insert into public.hotspot_sources (hotspot_id, root_id, source, source_key, fields) values ($1, $2, 'setting', $1::uuid::text, '{}')`,
      [id, of],
    )
    await query(
      `insert into public.photos (id, hotspot_id, root_id, kind, path, thumb_path, width, height, bytes, source, sha256, dhash, uploaded_by)
       values (gen_random_uuid(), $1, $2, 'before', $1::uuid::text, $1::uuid::text || '-thumb', 4, 3, 1, 'file', repeat('0', 64), 0, gen_random_uuid())`,
      [id, of],
    )
    await query('insert into public.revisits (hotspot_id, root_id, due_on) values ($1, $2, current_date)', [id, of])
    await query(`insert into public.hotspot_reporters (hotspot_id, name, phone) values ($1, '王先生', '13900000000')`, [
      id,
    ])
    return id
  }
  const seat = await one<{ lng: number; lat: number }>(
    query,
    'select center_lng as lng, center_lat as lat from public.areas where id = $1',
    [village],
  )
  const hotspot = await addHotspot(town, seat.lng, seat.lat, handlersUnit)
  const neighboursHotspot = await addHotspot(root, 118.55, 31.05, neighboursUnit)
  // Everybody has a view of the same name: each sees one.
  await query(
    `insert into public.case_views (user_id, root_id, name, query)
     select distinct on (m.user_id) m.user_id, a.root_id, '我的视图', '' from public.members m join public.areas a on a.id = m.area_id`,
  )
  await query(
    `insert into public.notice_marks (user_id, root_id)
     select distinct m.user_id, a.root_id from public.members m join public.areas a on a.id = m.area_id`,
  )
  const bareHotspot = (
    await one<{ id: string }>(
      query,
      'select id from public.hotspots h where root_id = $1 and not exists (select from public.hotspot_sources s where s.hotspot_id = h.id) order by no limit 1',
      [town],
    )
  ).id
  const addOrder = async (of: number, area: number, unit: number, about: string) => {
    const { id } = await one<{ id: string }>(
      query,
      `insert into public.orders (id, root_id, area_id, kind, title, created_by)
       values (gen_random_uuid(), $1, $2, 'supervision', '督办函', gen_random_uuid()) returning id`,
      [of, area],
    )
    await query('insert into public.order_addressees (order_id, unit_id) values ($1, $2)', [id, unit])
    await query('insert into public.order_items (order_id, hotspot_id, position) values ($1, $2, 1)', [id, about])
    return id
  }
  const issue = (order: string, serial: number) =>
    query(
      `update public.orders set status = 'issued', no = 'n', year = 2026, serial = $2, snapshot = '{}', issued_at = now(), issued_by = created_by
       where id = $1`,
      [order, serial],
    )
  const townUnitOfHandler = await ids('select unit_id as id from public.members where user_id = $1', userOf.handler)
  const draftOrder = await addOrder(town, town, handlersUnit, bareHotspot)
  await issue(await addOrder(town, town, handlersUnit, bareHotspot), 1)
  await issue(await addOrder(town, village, townUnitOfHandler, hotspot), 2)
  await issue(await addOrder(root, root, neighboursUnit, neighboursHotspot), 1)
  await query('delete from public.area_reassignments')
  await query('insert into public.area_reassignments (root_id, last_no) values ($1, 1), ($2, 1)', [town, root])

  return {
    town,
    village,
    handlersVillage,
    bareVillage,
    handlersUnit,
    townUnit: await ids(`select id from public.units where root_id = $1 and area_id = $1 order by id limit 1`, town),
    villageUnit,
    campaign,
    measure: await measureOf(campaign),
    category: townCategory,
    townCategory,
    sharedCategory: await ids('select min(id) as id from public.categories where root_id is null'),
    hotspot,
    bareHotspot,
    draftOrder,
    place: await ids('select min(id) as id from public.places where area_id = $1', village),
    spareUser: userOf.spare!,
    userOf,
    neighbour: {
      root,
      area: neighboursVillage,
      unit: neighboursUnit,
      campaign: neighboursCampaign,
      category: neighboursCategory,
      place: neighboursPlace,
    },
  }
}

/** An account like the demo's, with the same password; these columns are the auth server's on every engine. */
async function addAccount(query: Query, account: string): Promise<void> {
  await query(
    `insert into auth.users (
       id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at,
       confirmation_token, recovery_token, email_change, email_change_token_new, email_change_token_current, reauthentication_token,
       phone_change, phone_change_token
     )
     select gen_random_uuid(), aud, role, $1, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at,
       updated_at, '', '', '', '', '', '', '', ''
     from auth.users where email = 'admin@demo.example'`,
    [`${account}@demo.example`],
  )
  await query(
    `insert into auth.identities (id, user_id, provider, provider_id, identity_data, created_at, updated_at)
     select gen_random_uuid(), id, 'email', id::text, jsonb_build_object('sub', id, 'email', email, 'email_verified', true), now(), now()
     from auth.users where email = $1`,
    [`${account}@demo.example`],
  )
}
