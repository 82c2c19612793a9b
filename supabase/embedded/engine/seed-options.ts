import type { LoadProgress } from '../../demo/load/load-demo.ts'
import type { DemoMaker } from '../maker/demo-maker.ts'
import type { StartStep } from './start-step.ts'

/** Who makes the demo township, and who is told how it goes. */
export interface SeedOptions {
  /** Left out: one that is ended when the seed is in. */
  maker?: DemoMaker | undefined
  onStep?: ((step: StartStep) => void) | undefined
  /** Told how far the demo township has been loaded. */
  onProgress?: ((progress: LoadProgress) => void) | undefined
}
