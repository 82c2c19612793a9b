import type { Random } from '../chance/random.ts'
import { rectangle } from '../plane/convex.ts'
import { moved, type Point } from '../plane/point.ts'
import { lengthOf, pointAlong } from '../plane/polyline.ts'
import { roadWidthM } from '../roads/road-width.ts'
import type { Road } from '../town.ts'
import type { BuildingDraft } from './building-draft.ts'
import type { Ground } from './ground.ts'

/** How a row of houses is built. */
export interface RowStyle {
  readonly kind: BuildingDraft['kind']
  readonly frontM: readonly [number, number]
  readonly depthM: readonly [number, number]
  readonly setbackM: readonly [number, number]
  readonly gapM: readonly [number, number]
  readonly heightM: readonly [number, number]
  /** The probability that a plot stays empty. */
  readonly empty: number
}

/** Rows of houses on both sides of a road, each turned to it; a plot that does not fit stays empty. */
export function housesAlong(
  road: { readonly line: readonly Point[]; readonly class: Road['class'] },
  style: RowStyle,
  random: Random,
  ground: Ground,
  isWanted: (at: Point) => boolean,
): BuildingDraft[] {
  const built: BuildingDraft[] = []
  const lengthM = lengthOf(road.line)
  for (const side of [1, -1]) {
    let alongM = random.between(4, 9)
    while (alongM < lengthM - 4) {
      const frontM = random.between(...style.frontM)
      const depthM = random.between(...style.depthM)
      const setbackM = roadWidthM(road.class) / 2 + random.between(...style.setbackM)
      const heightM = storeys(random.between(...style.heightM))
      const isEmpty = random.chance(style.empty)
      const { at, heading } = pointAlong(road.line, alongM + frontM / 2)
      alongM += frontM + random.between(...style.gapM)
      const middle = moved(at, heading, 0, side * (setbackM + depthM / 2))
      if (isEmpty || !isWanted(middle)) continue
      const ring = rectangle(middle, heading, frontM, depthM)
      const areaKey = ground.siteOf(ring, 0.8)
      if (!areaKey) continue
      ground.take(ring)
      built.push({ ring, heightM, kind: style.kind, areaKey })
    }
  }
  return built
}

const storeys = (heightM: number) => Math.round(heightM * 2) / 2
