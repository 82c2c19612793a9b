import type { Point } from '../plane/point.ts'
import type { TownLattice } from './town-lattice.ts'

const STEP_M = 20

/** A line of the lattice that runs north at `acrossM`, or east at `upM`, between two measures, a point every 20 m. */
export function latticeLine(
  lattice: TownLattice,
  line: { readonly acrossM: number } | { readonly upM: number },
  fromM: number,
  toM: number,
): Point[] {
  const count = Math.ceil((toM - fromM) / STEP_M)
  return Array.from({ length: count + 1 }, (_, i) => {
    const m = fromM + ((toM - fromM) * i) / count
    return 'acrossM' in line ? lattice.at(line.acrossM, m) : lattice.at(m, line.upM)
  })
}
