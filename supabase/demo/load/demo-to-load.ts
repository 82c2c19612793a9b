import type { DemoLife } from '../life/demo-life.ts'
import type { Town } from '../town/town.ts'
import { hotspotBatches, type HotspotBatch } from './hotspot-batches.ts'
import type { Keys } from './keys.ts'

/** What a database is told of the township; the cases come in batches, from wherever they are made. */
export interface DemoToLoad {
  readonly town: Pick<Town, 'areas' | 'places'>
  readonly life: Omit<DemoLife, 'hotspots'>
  readonly batches: (keys: Keys) => Iterable<HotspotBatch> | AsyncIterable<HotspotBatch>
}

/** A town and its life, with the cases made in this thread. */
export const demoToLoad = (town: Town, life: DemoLife): DemoToLoad => ({
  town,
  life,
  batches: (keys) => hotspotBatches(life.hotspots(), keys),
})
