import type { Query } from '../../support/test-database.ts'
import { one } from '../support/one.ts'
import type { Count, Stand } from './recount.ts'

type Columns = { of: number[]; step: number[]; found: number[]; done: number[]; bySource: number[]; ended: number[] }
type Chunk = {
  rows: number
  undated: number
  cells: { key: number[]; n: number[]; lng: number[]; lat: number[] }
  byCell: Columns
  byArea: Columns
}

/** All cells of the world at level 26. */
export const WORLD: [number, number] = [0, 2 ** 52]

/** The chunks that the database cuts ranges into. */
export async function chunksOf(
  query: Query,
  filter: object,
  ranges = [WORLD],
  rows = 100_000,
): Promise<[number, number][]> {
  const { chunks } = await one<{ chunks: [number, number][] }>(
    query,
    'select public.replay_chunks($1, $2, $3) as chunks',
    [filter, JSON.stringify(ranges), rows],
  )
  return chunks
}

/** Every chunk of a replay. */
export async function play(
  query: Query,
  filter: object,
  days: string[],
  level: number | null,
  rows?: number,
): Promise<Chunk[]> {
  const played: Chunk[] = []
  for (const [from, to] of await chunksOf(query, filter, [WORLD], rows)) {
    const { chunk } = await one<{ chunk: Chunk }>(query, 'select public.replay_chunk($1, $2, $3, $4, $5) as chunk', [
      filter,
      JSON.stringify(days),
      from,
      to,
      level,
    ])
    played.push(chunk)
  }
  return played
}

/** How things stood at a step: the changes up to it added up, one by one. */
export function standAt(chunks: Chunk[], step: number): Count & { rows: number } {
  const total = { found: 0, done: 0, bySource: 0 }
  const byArea: Record<string, Stand> = {}
  const byCell: Record<string, Stand> = {}
  for (const { byArea: areas, byCell: cells, cells: named } of chunks) {
    collect(areas, step, (of) => [total, (byArea[of] ??= { found: 0, done: 0, bySource: 0 })])
    collect(cells, step, (of) => [(byCell[named.key[of]!] ??= { found: 0, done: 0, bySource: 0 })])
  }
  return { total, byArea, byCell, rows: chunks.reduce((sum, { rows }) => sum + rows, 0) }
}

function collect(columns: Columns, step: number, into: (of: number) => Stand[]): void {
  columns.of.forEach((of, i) => {
    if (columns.step[i]! > step) return
    for (const stand of into(of)) {
      stand.found += columns.found[i]! - columns.ended[i]!
      stand.done += columns.done[i]!
      stand.bySource += columns.bySource[i]!
    }
  })
}
