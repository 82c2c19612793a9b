import type { Town } from '../../../supabase/demo/town/town.ts'

/** A town and the seed it was made from. */
export interface SeededTown {
  readonly seed: number
  readonly town: Town
}
