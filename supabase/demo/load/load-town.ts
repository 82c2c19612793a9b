import type { Polygon, Town } from '../town/town.ts'
import { NEIGHBOUR } from '../life/people.ts'
import type { Run } from './run.ts'

/** Marks the rows of the demo: areas and places. */
const SOURCE = 'demo'
const MAP_SOURCE = { 'zh-CN': '示意地图，地理为虚构', en: 'Sketch map; the geography is invented' }

/** Writes the area tree with its boundaries and settings, the neighbouring root, and the places. Gives area and place numbers by key. */
export async function loadTown(
  run: Run,
  town: Pick<Town, 'areas' | 'places'>,
): Promise<{ areas: Map<string, number>; places: Map<string, number> }> {
  const areas = await loadAreas(run, town)
  const root = areas.get(town.areas[0]?.key ?? '') ?? 0
  await run(
    `insert into public.settings (area_id, key, value)
     select $1::bigint, key, value from jsonb_each($2::jsonb) on conflict (area_id, key) do update set value = excluded.value`,
    [root, JSON.stringify({ map_source: MAP_SOURCE, approval_number: '', basemap: { kind: 'demo' } })],
  )
  const rows = town.places.map(({ key, kind, name, position: [lng, lat] }) => ({ key, kind, ...name, lng, lat }))
  const places = await run<{ key: string; id: number }>(
    `insert into public.places (root_id, kind, name, name_en, lng, lat, source, source_key)
     select $1::bigint, kind, zh, en, lng, lat, $3, key
     from jsonb_to_recordset($2::jsonb) as p (key text, kind text, zh text, en text, lng double precision, lat double precision)
     returning source_key as key, id::int as id`,
    [root, JSON.stringify(rows), SOURCE],
  )
  return { areas, places: new Map(places.map(({ key, id }) => [key, id])) }
}

async function loadAreas(run: Run, town: Pick<Town, 'areas'>): Promise<Map<string, number>> {
  const areas = new Map<string, number>()
  const [township] = town.areas
  if (!township) throw new Error('The town has no area.')
  const neighbour = { key: NEIGHBOUR, name: { zh: '邻镇', en: 'Neighbouring Town' } }
  for (const { key, name } of [township, neighbour]) {
    const [made] = await run<{ id: number }>(`select private.make_root_area($1, $2, 'township', $3)::int as id`, [
      name.zh,
      name.en,
      key === NEIGHBOUR ? null : 'Asia/Shanghai',
    ])
    areas.set(key, made?.id ?? 0)
    await run('update public.areas set source = $2, source_key = $3 where id = $1', [made?.id, SOURCE, key])
  }
  for (const level of ['village', 'community', 'grid'] as const) {
    const rows = town.areas
      .filter((area) => area.level === level)
      .map(({ key, parentKey, name }, position) => ({ key, parent: areas.get(parentKey ?? ''), ...name, position }))
    const made = await run<{ key: string; id: number }>(
      `insert into public.areas (parent_id, level, name, name_en, source, source_key)
       select parent, $2, zh, en, $3, key
       from jsonb_to_recordset($1::jsonb) as a (key text, parent bigint, zh text, en text, position int)
       order by position returning source_key as key, id::int as id`,
      [JSON.stringify(rows), level, SOURCE],
    )
    for (const { key, id } of made) areas.set(key, id)
  }
  const boundaries = town.areas.map(({ key, boundary }) => ({ area: areas.get(key), boundary: multiPolygon(boundary) }))
  await run(
    `insert into public.area_boundaries (area_id, boundary)
     select area, extensions.st_setsrid(extensions.st_geomfromgeojson(boundary::text), 4326)
     from jsonb_to_recordset($1::jsonb) as b (area bigint, boundary jsonb)`,
    [JSON.stringify(boundaries)],
  )
  return areas
}

const multiPolygon = (polygon: Polygon) => ({ type: 'MultiPolygon', coordinates: [polygon] })
