import { randomStream, type Random } from '../chance/random.ts'
import type { Point } from '../plane/point.ts'

/** The bent grid that the town's streets follow: `across` counts from west to east, `up` from south to north. */
export interface TownLattice {
  /** Metres of the streets that run north, from the main street's crossing. */
  readonly across: readonly number[]
  /** Metres of the streets that run east. */
  readonly up: readonly number[]
  /** The place of two such measures. */
  at(acrossM: number, upM: number): Point
}

const TURN = (7 * Math.PI) / 180
const REACH_M = 1_500

/** The lattice of a seed; 0 is among both measures: there the two main streets cross. */
export function townLattice(seed: number): TownLattice {
  const random = randomStream(seed, 'town-lattice')
  const lean = random.between(0.6, 1)
  return {
    across: measures(random, 96, 142),
    up: measures(random, 80, 112),
    at: (u, v) => {
      // The streets lean with the river's bend: it bows to the north where the town lies.
      const bow = Math.sqrt(1 + (u / 1_200) ** 2) - 1
      const x = u + 70 * Math.sin(v / 780)
      const y = v - lean * 340 * bow + 45 * Math.sin(u / 620 + 0.4)
      return [x * Math.cos(TURN) - y * Math.sin(TURN) + 40, x * Math.sin(TURN) + y * Math.cos(TURN) - 90]
    },
  }
}

function measures(random: Random, low: number, high: number): number[] {
  const east = [0]
  while (east.at(-1)! < REACH_M) east.push(east.at(-1)! + random.between(low, high))
  const west: number[] = []
  let at = 0
  while (at > -REACH_M) west.push((at -= random.between(low, high)))
  return [...west.reverse(), ...east]
}
