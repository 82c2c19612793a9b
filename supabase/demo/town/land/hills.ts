import { HILL_WORDS } from '../names/word-lists.ts'
import { hypot } from '../plane/hypot.ts'
import type { Point } from '../plane/point.ts'
import type { Raster } from '../plane/raster.ts'
import type { Name } from '../town.ts'

const LEAST_M = 150
const APART_M = 1_900

/** The highest tops within reach of the township, apart from each other, with their names. */
export function hillTops(
  elevation: Raster,
  isNear: (p: Point) => boolean,
): { readonly name: Name; readonly at: Point; readonly elevationM: number }[] {
  const tops: { at: Point; elevationM: number }[] = []
  for (let row = 2; row < elevation.rows - 2; row++)
    for (let column = 2; column < elevation.columns - 2; column++) {
      const i = row * elevation.columns + column
      const elevationM = elevation.values[i]!
      if (elevationM < LEAST_M) continue
      const around = [1, -1, elevation.columns, -elevation.columns]
      if (around.some((d) => elevation.values[i + d]! > elevationM)) continue
      const at: Point = [elevation.west + column * elevation.stepM, elevation.south + row * elevation.stepM]
      if (isNear(at)) tops.push({ at, elevationM })
    }
  const chosen: { name: Name; at: Point; elevationM: number }[] = []
  for (const { at, elevationM } of tops.sort((a, b) => b.elevationM - a.elevationM)) {
    const name = HILL_WORDS[chosen.length]
    if (!name) break
    if (chosen.every((other) => hypot(other.at[0] - at[0], other.at[1] - at[1]) > APART_M))
      chosen.push({ name, at, elevationM: Math.round(elevationM) })
  }
  return chosen
}
