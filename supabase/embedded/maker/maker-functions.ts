import type { DemoOptions } from '../../demo/life/demo-options.ts'
import type { DemoToLoad } from '../../demo/load/demo-to-load.ts'
import type { HotspotBatch } from '../../demo/load/hotspot-batches.ts'
import type { Keys } from '../../demo/load/keys.ts'

/** What may be asked of the thread that makes the demo township. A type, not an interface: it has to fit an index signature. */
export type MakerFunctions = {
  /** Makes the township and its life but for the cases. */
  describe: (options: DemoOptions) => Promise<Omit<DemoToLoad, 'batches'>>
  /** Begins the cases of the township that was described. */
  beginCases: (keys: Keys) => Promise<void>
  /** The next cases; null when there are no more. */
  nextBatch: () => Promise<HotspotBatch | null>
  writeBasemap: (file: string) => Promise<void>
}
