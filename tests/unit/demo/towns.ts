import { generateTown } from '../../../supabase/demo/town/generate-town.ts'

/** The towns that the invariants are tried on: the demo's own and another. */
export const TOWNS = [1, 2].map((seed) => ({ seed, town: generateTown(seed) }))
