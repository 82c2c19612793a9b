import type { DemoHotspot } from '../life/demo-hotspot.ts'
import { WorkingClock } from '../life/working-clock.ts'
import { caseLife } from './case-life.ts'
import { eventRow, limitOf, hotspotRow, revisitRows, sourceRow } from './hotspot-rows.ts'
import type { Keys } from './keys.ts'

/** Cases a statement: some megabytes of JSON, and progress to show. */
const BATCH = 2000

/** So many cases as the statements that write them read them, each a JSON array. */
export interface HotspotBatch {
  readonly count: number
  readonly hotspots: string
  readonly events: string
  /** Null when none of them was ever closed here. */
  readonly revisits: string | null
  /** Null when none of them comes from the old ledger. */
  readonly sources: string | null
}

/** Cases in batches, made as they are asked for: a million never stand in memory at once. */
export function* hotspotBatches(hotspots: Iterable<DemoHotspot>, keys: Keys): Generator<HotspotBatch, void, undefined> {
  const clock = new WorkingClock(keys.workDays)
  let batch: DemoHotspot[] = []
  for (const hotspot of hotspots) {
    batch.push(hotspot)
    if (batch.length < BATCH) continue
    yield written(batch, keys, clock)
    batch = []
  }
  if (batch.length > 0) yield written(batch, keys, clock)
}

function written(batch: readonly DemoHotspot[], keys: Keys, clock: WorkingClock): HotspotBatch {
  const imported = batch.filter(({ closedBySource }) => closedBySource)
  const revisits = batch.flatMap(revisitRows)
  const lived = batch.map((hotspot) => ({ hotspot, life: caseLife(hotspot.events, limitOf(hotspot, keys), clock) }))
  return {
    count: batch.length,
    hotspots: JSON.stringify(lived.map(({ hotspot, life }) => hotspotRow(hotspot, life, keys))),
    events: JSON.stringify(
      lived.flatMap(({ hotspot, life }) => hotspot.events.map((event) => eventRow(hotspot, event, life, keys))),
    ),
    revisits: revisits.length > 0 ? JSON.stringify(revisits) : null,
    sources: imported.length > 0 ? JSON.stringify(imported.map(sourceRow)) : null,
  }
}
