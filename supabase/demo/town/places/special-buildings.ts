import { randomStream } from '../chance/random.ts'
import type { BuildingDraft } from '../buildings/building-draft.ts'
import type { Ground } from '../buildings/ground.ts'
import { onPlot, type Plot, takePlot } from '../buildings/plot.ts'
import type { Point } from '../plane/point.ts'
import type { BridgedRoad } from '../roads/bridged.ts'
import type { PlaceKind } from '../../../../src/domain/place.ts'
import type { LandPatch, Name } from '../town.ts'

/** A place to build for: what it is, and about where. */
export interface PlaceWish {
  readonly key: string
  readonly kind: PlaceKind
  readonly name: Name
  readonly areaKey: string
  readonly near: Point
  readonly design: Design
}

/** How a public building is laid out on its plot. */
export type Design =
  | 'office'
  | 'committee'
  | 'market'
  | 'small-market'
  | 'school'
  | 'village-school'
  | 'hospital'
  | 'clinic'
  | 'park'
  | 'depot'
  | 'works'

/** A place that stands. */
export interface PlaceDraft {
  readonly key: string
  readonly kind: PlaceKind
  readonly name: Name
  readonly areaKey: string
  readonly at: Point
}

/** What was built for a wish. */
export interface BuiltWish {
  readonly place: PlaceDraft
  readonly buildings: readonly BuildingDraft[]
  readonly ground: { readonly kind: LandPatch['kind']; readonly ring: readonly Point[] } | null
}

/** `[along, inward, length, depth, height]` of each building, in metres from the plot's middle. */
type Body = readonly [number, number, number, number, number]

const DESIGNS: Readonly<
  Record<
    Design,
    {
      readonly front: number
      readonly depth: number
      readonly kind: BuildingDraft['kind']
      readonly ground: LandPatch['kind'] | null
      readonly bodies: readonly Body[]
    }
  >
> = {
  office: {
    front: 84,
    depth: 66,
    kind: 'block',
    ground: 'square',
    bodies: [
      [0, 16, 58, 15, 21],
      [-33, -10, 12, 26, 12],
      [33, -10, 12, 26, 12],
    ],
  },
  committee: { front: 30, depth: 24, kind: 'hall', ground: 'square', bodies: [[0, 5, 22, 11, 7.5]] },
  market: { front: 66, depth: 48, kind: 'market', ground: 'yard', bodies: [[0, 4, 54, 32, 9]] },
  'small-market': { front: 38, depth: 28, kind: 'market', ground: 'yard', bodies: [[0, 3, 30, 18, 7]] },
  school: {
    front: 108,
    depth: 78,
    kind: 'school',
    ground: 'yard',
    bodies: [
      [-22, 27, 54, 13, 16],
      [-44, -4, 12, 34, 13],
      [-8, -20, 44, 11, 12],
    ],
  },
  'village-school': {
    front: 58,
    depth: 44,
    kind: 'school',
    ground: 'yard',
    bodies: [
      [-4, 14, 40, 10, 10],
      [-22, -6, 9, 22, 7],
    ],
  },
  hospital: {
    front: 68,
    depth: 50,
    kind: 'block',
    ground: 'yard',
    bodies: [
      [0, 12, 50, 15, 20],
      [-22, -10, 16, 14, 9],
    ],
  },
  clinic: { front: 17, depth: 14, kind: 'hall', ground: null, bodies: [[0, 1, 14, 9, 6.5]] },
  park: { front: 92, depth: 66, kind: 'hall', ground: 'park', bodies: [[24, 14, 9, 9, 5]] },
  depot: { front: 22, depth: 18, kind: 'hall', ground: 'yard', bodies: [[0, 3, 16, 9, 5.5]] },
  works: {
    front: 112,
    depth: 80,
    kind: 'factory',
    ground: 'yard',
    bodies: [
      [-22, 14, 60, 34, 10],
      [34, 16, 34, 30, 9],
      [-30, -24, 44, 16, 8],
    ],
  },
}

const WITHIN_M = 1_100

/** Builds for each wish in order, at the nearest free ground beside a road in its area; a wish without ground throws. */
export function specialBuildings(
  seed: number,
  wishes: readonly PlaceWish[],
  roads: readonly BridgedRoad[],
  ground: Ground,
): BuiltWish[] {
  const random = randomStream(seed, 'special-buildings')
  return wishes.map((wish) => {
    const { front, depth, kind, ground: groundKind, bodies } = DESIGNS[wish.design]
    const plot = takePlot(ground, roads, wish.near, wish.areaKey, front, depth, WITHIN_M)
    if (!plot) throw new Error(`No ground for ${wish.key} (${wish.design}) in ${wish.areaKey}.`)
    const flip = random.chance(0.5) ? 1 : -1
    const buildings = bodies.map(([along, inward, lengthM, depthM, heightM]): BuildingDraft => ({
      ring: onPlot(plot, flip * along, inward, lengthM, depthM),
      heightM,
      kind,
      areaKey: wish.areaKey,
    }))
    const { key, name, areaKey } = wish
    return {
      place: {
        key,
        kind: wish.kind,
        name,
        areaKey,
        at: middleOf(wish.design === 'park' ? plot.ring : buildings[0]!.ring, plot),
      },
      buildings,
      ground: groundKind && { kind: groundKind, ring: plot.ring },
    }
  })
}

const middleOf = ([a, , c]: readonly Point[], plot: Plot): Point =>
  a && c ? [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2] : plot.middle
