import type { DemoHotspot } from '../life/demo-hotspot.ts'
import { eventRow, hotspotRow, sourceRow } from './hotspot-rows.ts'
import type { Keys } from './keys.ts'

/** Cases a statement: some megabytes of JSON, and progress to show. */
const BATCH = 2000

/** So many cases as the statements that write them read them, each a JSON array. */
export interface HotspotBatch {
  readonly count: number
  readonly hotspots: string
  readonly events: string
  /** Null when none of them comes from the old ledger. */
  readonly sources: string | null
}

/** Cases in batches, made as they are asked for: a million never stand in memory at once. */
export function* hotspotBatches(hotspots: Iterable<DemoHotspot>, keys: Keys): Generator<HotspotBatch, void, undefined> {
  let batch: DemoHotspot[] = []
  for (const hotspot of hotspots) {
    batch.push(hotspot)
    if (batch.length < BATCH) continue
    yield written(batch, keys)
    batch = []
  }
  if (batch.length > 0) yield written(batch, keys)
}

function written(batch: readonly DemoHotspot[], keys: Keys): HotspotBatch {
  const imported = batch.filter(({ closedBySource }) => closedBySource)
  return {
    count: batch.length,
    hotspots: JSON.stringify(batch.map((hotspot) => hotspotRow(hotspot, keys))),
    events: JSON.stringify(batch.flatMap((hotspot) => hotspot.events.map((event) => eventRow(hotspot, event, keys)))),
    sources: imported.length > 0 ? JSON.stringify(imported.map(sourceRow)) : null,
  }
}
