import { randomUUID } from 'node:crypto'
import type { Json } from '../../../src/data/database.types.ts'
import type { Measure } from '../measure/measure-all.ts'
import type { Site } from '../measure/site.ts'
import type { Choices } from './choices.ts'
import { expectData } from './expect-data.ts'

const SINGLES_PER_ROUND = 30
export const BATCH = 1000

export const REPORT = 'report one (API)'
export const STEP = 'accept one (API)'
export const IMPORT = `import ${BATCH} (API)`

/** A few metres off the spots, so that no two lie on one point; the same at every size. */
function position({ spots }: Choices, n: number): { lng: number; lat: number } {
  const spot = spots[n % spots.length]
  if (!spot) throw new Error('There is no spot to report at.')
  const turns = Math.floor(n / spots.length)
  return { lng: spot.lng + 0.00001 * (turns % 97), lat: spot.lat + 0.00001 * (turns % 89) }
}

/** One report as an officer, one step as a supervisor. */
export function singleWriteMeasures(choices: Choices): Measure[] {
  const reported = new Map<string, string>()
  const keyOf = (site: Site, turn: number) => `${site.size} ${turn}`
  return [
    {
      name: REPORT,
      perRound: SINGLES_PER_ROUND,
      run: async (site, turn) => {
        const id = randomUUID()
        const input = {
          root: site.root,
          categoryId: choices.category,
          campaignId: choices.campaign,
          ...position(choices, turn),
          title: '乱堆放',
        }
        expectData(await site.clients.officer.rpc('advance_hotspot', { p_id: id, p_step: 'report', p_input: input }))
        reported.set(keyOf(site, turn), id)
      },
    },
    {
      name: STEP,
      perRound: SINGLES_PER_ROUND,
      run: async (site, turn) => {
        const id = reported.get(keyOf(site, turn)) ?? ''
        expectData(await site.clients.supervisor.rpc('advance_hotspot', { p_id: id, p_step: 'accept', p_version: 1 }))
      },
    },
  ]
}

/** One full batch of an import, every row new. */
export function batchMeasure(choices: Choices): Measure {
  return {
    name: IMPORT,
    perRound: 1,
    run: async ({ clients, root }, turn) => {
      const answer = expectData(
        await clients.planner.rpc('import_hotspots', {
          p_root: root,
          p_source: 'bench-file',
          p_rows: Array.from({ length: BATCH }, (_, i) => row(choices, turn * BATCH + i)),
        }),
      )
      assertAllNew(answer)
    },
  }
}

function row(choices: Choices, n: number) {
  return {
    i: n,
    key: `file-${n}`,
    ...position(choices, n),
    categoryId: choices.category,
    campaignId: choices.campaign,
    status: 'closed',
    sourceStatus: 'Closed',
    reportedAt: '2026-03-01T08:00:00Z',
    reportedPrecision: 'second',
    closedAt: '2026-03-09T08:00:00Z',
    closedPrecision: 'second',
    title: `第 ${n} 行`,
    address: '测速路 1 号',
  }
}

function assertAllNew(answer: Json): void {
  const { results } = answer as { results: { outcome: string }[] }
  const others = results.filter(({ outcome }) => outcome !== 'new')
  if (results.length !== BATCH || others.length > 0) {
    throw new Error(`Of ${results.length} imported rows ${others.length} were not new.`)
  }
}
