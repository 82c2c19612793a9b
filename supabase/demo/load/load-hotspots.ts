import type { HotspotBatch } from './hotspot-batches.ts'
import type { Run } from './run.ts'

/**
 * The area of each point is what `private.area_at` says (most specific level, then smallest, then lowest id), for all rows of a batch in one
 * join. Triggers are off: a shape's point is worked out here as `place_hotspot_in_area` does.
 */
const HOTSPOTS = `
  with rows as materialized (
      select r.*, extensions.st_setsrid(extensions.st_geomfromgeojson(r.h::text), 4326) as shape
      from jsonb_to_recordset($2::jsonb) as r (
          i uuid, n bigint, c bigint, k bigint, p bigint, u bigint, s text, b boolean, e text, v int, g boolean, t text, d text, a text,
          q numeric, qu text, o text, x double precision, y double precision, h jsonb, r timestamptz, rp text, z timestamptz, m timestamptz, w timestamptz,
          f jsonb
      )
  ), points as materialized (
      select n, extensions.st_setsrid(coalesce(extensions.st_pointonsurface(shape), extensions.st_makepoint(x, y)), 4326) as point from rows
  ), placed as materialized (
      select distinct on (p.n) p.n, b.area_id
      from public.area_boundaries b
      join public.areas a on a.id = b.area_id and a.root_id = $1::bigint
      join points p on extensions.st_dwithin(b.boundary, p.point, 1e-9)
      order by p.n, extensions.nlevel(a.path) desc, a.size_m2, a.id
  )
  insert into public.hotspots (
      id, no, root_id, area_id, campaign_id, category_id, place_id, unit_id, status, closed_by_source, end_reason, version, urgent, title,
      description, address, quantity, quantity_unit, source, lng, lat, shape, reported_at, reported_precision, closed_at, closed_precision,
      created_at, updated_at, relapse_of, duplicate_of, transferred_to, suspended_from, limit_amount, limit_unit, due_at, first_due_at,
      clock_left, extension_days, handed_in_at, urged_at, urged_count, returned_count, reworked_count, extended_count
  )
  overriding system value
  select i, n, $1::bigint, placed.area_id, c, k, p, u, s, b, e, v, g, t, d, a, q, qu, o, extensions.st_x(point), extensions.st_y(point), shape,
      r, rp, z, case when z is not null then rp end, m, w, l.relapse_of, l.duplicate_of, l.transferred_to, l.suspended_from, l.limit_amount,
      l.limit_unit, l.due_at, l.first_due_at, l.clock_left, l.extension_days, l.handed_in_at, l.urged_at, coalesce(l.urged_count, 0),
      coalesce(l.returned_count, 0), coalesce(l.reworked_count, 0), coalesce(l.extended_count, 0)
  from rows join points using (n) left join placed using (n)
  cross join lateral jsonb_to_record(f) as l (
      relapse_of uuid, duplicate_of uuid, transferred_to text, suspended_from text, limit_amount numeric, limit_unit text, due_at timestamptz,
      first_due_at timestamptz, clock_left numeric, extension_days numeric, handed_in_at timestamptz, urged_at timestamptz, urged_count int,
      returned_count int, reworked_count int, extended_count int
  )
  order by n`

const EVENTS = `
  insert into public.hotspot_events (
      hotspot_id, at, step, from_status, to_status, version, actor_id, actor_role, actor_unit_id, reason, note, detail
  )
  select i, a, s, f, t, v, u, r, w, e, n, d
  from jsonb_to_recordset($1::jsonb) as j (
      i uuid, a timestamptz, s text, f text, t text, v int, u uuid, r text, w bigint, e text, n text, d jsonb
  )`

const REVISITS = `
  insert into public.revisits (hotspot_id, root_id, due_on, done_at, passed, event_id)
  select i, $2::bigint, d, e.at, case when e.id is not null then true end, e.id
  from jsonb_to_recordset($1::jsonb) as j (i uuid, d date, v int)
  left join public.hotspot_events e on e.hotspot_id = j.i and e.version = j.v`

const SOURCES = `
  insert into public.hotspot_sources (hotspot_id, root_id, source, source_key, fields, raw, imported_at)
  select h.id, h.root_id, 'old-ledger', j.k,
      private.import_fields(h) || '{"sourceStatus": "已销号", "reportedPrecision": "day", "closedPrecision": "day"}', j.r, j.m
  from jsonb_to_recordset($1::jsonb) as j (i uuid, k text, r jsonb, m timestamptz) join public.hotspots h on h.id = j.i`

/**
 * Writes cases with their events, batch by batch. Triggers have to be off and nothing else may write.
 *
 * @param onProgress told after each batch how many cases are in
 */
export async function loadHotspots(
  run: Run,
  batches: Iterable<HotspotBatch> | AsyncIterable<HotspotBatch>,
  root: number,
  onProgress: (done: number) => void,
): Promise<void> {
  let done = 0
  for await (const { count, hotspots, events, revisits, sources } of batches) {
    await run(HOTSPOTS, [root, hotspots])
    await run(EVENTS, [events])
    if (revisits !== null) await run(REVISITS, [revisits, root])
    if (sources !== null) await run(SOURCES, [sources])
    done += count
    onProgress(done)
  }
  await run(`select setval(pg_get_serial_sequence('public.hotspots', 'no'), greatest($1::bigint, 1))`, [done])
}
