import type { Site } from '../measure/site.ts'
import type { Choices } from './choices.ts'
import { FILTERS, filterOf, readTile, tileOf, views } from './tiles.ts'
import { compareTile } from './compare-tile.ts'

/** Something that has to be true of the data; not a time. */
export interface Check {
  what: string
  size: number
  isPassed: boolean
  found: string
}

/** Counters equal a recount, whatever has been written during the run. */
export async function checkCounters({ server, size }: Site): Promise<Check> {
  const [row] = await server.query<{ rows: number; differences: number }>(`
    with recount as (
        select root_id, l as level, key >> (60 - 2 * l) as cell, coalesce(campaign_id, 0) as campaign_id, state, coalesce(area_id, 0) as area_id, count(*) as n
        from public.hotspots, unnest(private.counter_levels()) l
        group by 1, 2, 3, 4, 5, 6
    )
    select (select count(*)::int from recount) as rows, count(*)::int as differences
    from recount r
    full join (select * from public.hotspot_counters where n <> 0) c using (root_id, level, cell, campaign_id, state, area_id)
    where r.n is distinct from c.n`)
  if (!row) throw new Error('The recount has given nothing.')
  return {
    what: 'counters equal a recount',
    size,
    isPassed: row.differences === 0 && row.rows > 0,
    found: `${row.differences} differences in ${row.rows.toLocaleString('en')} counters`,
  }
}

/** One tile of every view under every filter equals a query of the table that knows nothing of keys and counters. */
export async function checkTiles(site: Site, choices: Choices): Promise<Check> {
  const wrong: string[] = []
  let exact = 0
  const errors: number[] = []
  for (const view of views) {
    for (const [position, kind] of FILTERS.entries()) {
      const { spot, tile } = tileOf(choices, view, position)
      const filter = filterOf(kind, site.root, spot, choices)
      const outcome = await compareTile(site.server, tile, filter, await readTile(site, tile, filter))
      if (outcome.kind === 'wrong') wrong.push(`${view} ${kind} ${tile.z}/${tile.x}/${tile.y}: ${outcome.reason}`)
      else if (outcome.kind === 'exact') exact += 1
      else errors.push(outcome.error)
    }
  }
  const estimates = errors.length
    ? `, ${errors.length} estimates off by at most ${(100 * Math.max(...errors)).toFixed(1)} %`
    : ''
  return {
    what: 'tiles equal a direct query',
    size: site.size,
    isPassed: wrong.length === 0,
    found: wrong.length ? wrong.join('; ') : `${exact} exact${estimates}`,
  }
}
