import type { Polygon } from 'geojson'
import type { AreaLevel } from '../../../src/domain/area.ts'
import type { Query } from '../../support/test-database.ts'
import { one } from './one.ts'

/** A new area tree; a township (the default) has its nine campaigns at once. */
export async function addRoot(
  query: Query,
  {
    name = '示例镇',
    level = 'township' as AreaLevel,
    boundary,
  }: { name?: string; level?: AreaLevel; boundary?: Polygon } = {},
): Promise<number> {
  const { id } = await one<{ id: number }>(
    query,
    `select private.make_root_area($1::text, null, $2::text, 'Asia/Shanghai') as id`,
    [name, level],
  )
  if (boundary) await addBoundary(query, id, boundary)
  return id
}

/** A new area below another one. */
export async function addArea(
  query: Query,
  parentId: number,
  { name, level = 'village', boundary }: { name: string; level?: AreaLevel; boundary?: Polygon },
): Promise<number> {
  const { id } = await one<{ id: number }>(
    query,
    'insert into public.areas (parent_id, level, name) values ($1, $2, $3) returning id',
    [parentId, level, name],
  )
  if (boundary) await addBoundary(query, id, boundary)
  return id
}

/** Draws the boundary of an area, or draws it anew. */
export async function addBoundary(query: Query, areaId: number, boundary: Polygon): Promise<void> {
  await query(
    `insert into public.area_boundaries (area_id, boundary)
     values ($1, extensions.st_multi(extensions.st_setsrid(extensions.st_geomfromgeojson($2::text), 4326)))
     on conflict (area_id) do update set boundary = excluded.boundary`,
    [areaId, JSON.stringify(boundary)],
  )
}
