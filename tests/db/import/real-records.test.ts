import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, Query, TestDatabase } from '../../support/test-database.ts'
import { counterDifferences } from '../counters/counter-differences.ts'
import { addRoot } from '../support/areas.ts'
import type { ImportResult } from '../support/import-row.ts'
import { one } from '../support/one.ts'
import { addPerson } from '../support/people.ts'
import { readRealRecords, requestRow } from './real-records.ts'

const { title, facts, councils, requests } = readRealRecords()
const BATCH = 1000

/** How often each value occurs. */
function tally(values: (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

describe(title, () => {
  let db: TestDatabase
  let planner: Actor
  let root: number
  let categories: Map<string, number>

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    root = await addRoot(db.query, { name: '洛杉矶市', level: 'county' })
    planner = await addPerson(db.query, { role: 'planner', area: root })
    const types = [...new Set(requests.map(({ RequestType }) => RequestType))].map((code) => ({ code, name: code }))
    const made = await ask<{ categories: { code: string; id: number }[] }>('public.import_categories($1, $2, $3)', [
      root,
      'la311',
      types,
    ])
    categories = new Map(made.categories.map(({ code, id }) => [code, id]))
  })
  afterAll(() => db.close())

  const ask = async <Gives>(call: string, parameters: unknown[]): Promise<Gives> =>
    (await db.as(planner, (query: Query) => one<{ gives: Gives }>(query, `select ${call} as gives`, parameters))).gives

  async function importAll(): Promise<ImportResult[]> {
    const results: ImportResult[] = []
    for (let from = 0; from < requests.length; from += BATCH) {
      const rows = requests.slice(from, from + BATCH).map((request, i) => requestRow(request, from + i, categories))
      const gives = await ask<{ results: ImportResult[] }>('public.import_hotspots($1, $2, $3)', [root, 'la311', rows])
      results.push(...gives.results)
    }
    return results
  }

  it('come in, all but those without coordinates', async () => {
    const results = await importAll()
    expect(results.map(({ i }) => i)).toEqual(requests.map((_, i) => i))
    expect(tally(results.map(({ outcome, reason }) => reason ?? outcome))).toEqual({
      new: facts.located,
      location_required: facts.rows - facts.located,
    })
    expect(tally(results.flatMap(({ warnings = [] }) => warnings))).toEqual({
      closed_before_reported: facts.closedBeforeReported,
    })
  })

  it('stand in an end state that says that their source closed them, with their dates', async () => {
    const states = await db.query(
      `select status, closed_by_source, end_reason, count(*) as n, count(closed_at) as dated
       from public.hotspots where root_id = $1 group by 1, 2, 3 order by 1`,
      [root],
    )
    const line = (status: string, bySource: boolean, reason: string, n: number) => ({
      status,
      closed_by_source: bySource,
      end_reason: reason,
      n,
      dated: n,
    })
    expect(states).toEqual([
      line('closed', true, 'fixed', facts.closed),
      line('rejected', false, 'rejected', facts.cancelled),
      line('transferred', false, 'transferred', facts.referredOut),
    ])
    const [events] = await db.query(`select count(*) as n, count(distinct hotspot_id) as of from public.hotspot_events`)
    expect(events).toEqual({ n: facts.located, of: facts.located })
  })

  it('find their areas when these come in afterwards', async () => {
    const rows = councils.features.map(({ properties, geometry }, i) => ({
      i,
      key: properties.nc_id,
      name: properties.name,
      geometry,
    }))
    const sent = [root, rows]
    const call = `public.import_areas('councils', $1, 'community', $2)`
    const first = await ask<{ results: ImportResult[] }>(call, sent)
    expect(tally(first.results.map(({ outcome }) => outcome))).toEqual({ new: facts.areas })
    const seen: number[] = []
    for (let done = false; !done;) {
      const progress = await ask<{ done: boolean; processed: number; total: number }>(
        'public.reassign_areas($1, 3000)',
        [root],
      )
      done = progress.done
      seen.push(progress.processed)
      expect(progress.total).toBe(facts.located)
    }
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen.at(-1)).toBe(facts.located)
    const [found] = await db.query(
      'select count(area_id) as "inArea", count(*) as n from public.hotspots where root_id = $1',
      [root],
    )
    expect(found).toEqual({ inArea: facts.inArea, n: facts.located })
    const again = await ask<{ results: ImportResult[] }>(call, sent)
    expect(tally(again.results.map(({ outcome }) => outcome))).toEqual({ unchanged: facts.areas })
  })

  it('are in the table as a recount has them', async () => {
    type Line = { areaId: number | null; kind: string; states: Record<string, number> }
    const { rows, total } = await ask<{ rows: Line[]; total: { states: Record<string, number> } }>(
      'public.progress_by_area($1)',
      [root],
    )
    const states = { 11: facts.closed, 7: facts.cancelled, 9: facts.referredOut }
    expect(total.states).toEqual(states)
    const size = (line: Line) => Object.values(line.states).reduce((sum, n) => sum + n, 0)
    expect(rows.filter(({ kind }) => kind === 'none').map(size)).toEqual([facts.located - facts.inArea])
    const recount = await db.query<{ area: number; n: number }>(
      'select area_id as area, count(*) as n from public.hotspots where root_id = $1 and area_id is not null group by 1',
      [root],
    )
    const told = rows.filter(({ kind }) => kind === 'area').filter((line) => size(line) > 0)
    const byArea = (a: [number | null, number], b: [number | null, number]) => Number(a[0]) - Number(b[0])
    expect(told.map((line): [number | null, number] => [line.areaId, size(line)]).sort(byArea)).toEqual(
      recount.map(({ area, n }): [number, number] => [area, n]).sort(byArea),
    )
    expect(await counterDifferences(db.query)).toEqual([])
  })

  it('change nothing when they come in again', async () => {
    const results = await importAll()
    expect(tally(results.map(({ outcome }) => outcome))).toEqual({
      unchanged: facts.located,
      refused: facts.rows - facts.located,
    })
    const inArea = results.filter(({ outcome, areaId }) => outcome === 'unchanged' && areaId != null)
    expect(inArea).toHaveLength(facts.inArea)
  })
})
