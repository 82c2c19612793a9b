import type { BuildingDraft } from '../buildings/building-draft.ts'
import { toPosition } from '../plane/frame.ts'
import { hypot } from '../plane/hypot.ts'
import type { Point } from '../plane/point.ts'
import { regionsAbove } from '../plane/regions-above.ts'
import type { BuiltWish } from '../places/special-buildings.ts'
import type { Terrain } from '../terrain/terrain.ts'
import type { LandPatch } from '../town.ts'
import type { WaterMap } from '../water/water-body.ts'
import { fieldParcels } from './fields.ts'
import { softened } from './relief.ts'
import { isSettled, SETTLED, settledGround } from './settled-ground.ts'
import { woodiness } from './woods.ts'

const LEAST_WOOD_M2 = 25_000
const LEAST_SETTLED_M2 = 2_500
/** Within this of the seat, settled ground is the town. */
const TOWN_REACH_M = 1_500

/** What covers the land, from below to above: fields, woods, the ground of town and villages, yards, squares and parks. */
export function landPatches(
  seed: number,
  terrain: Terrain,
  water: WaterMap,
  buildings: readonly BuildingDraft[],
  special: readonly BuiltWish[],
): LandPatch[] {
  const wood = woodiness(seed, terrain)
  const settled = settledGround(buildings)
  const fields = fieldParcels(seed, terrain, water, (p) => wood.at(p) > 0.12 || isSettled(settled, p))
  const polygon = (rings: readonly (readonly Point[])[]) => rings.map((ring) => [...ring, ring[0]!].map(toPosition))
  return [
    ...fields.map(({ kind, ring }): LandPatch => ({ kind, polygon: polygon([ring]) })),
    ...regionsAbove(wood, 0, LEAST_WOOD_M2).map((rings): LandPatch => ({
      kind: 'wood',
      polygon: polygon(rings.map(softened)),
    })),
    ...regionsAbove(settled, SETTLED, LEAST_SETTLED_M2).map((rings): LandPatch => {
      const [x, y] = rings[0]![0]!
      return { kind: hypot(x, y) < TOWN_REACH_M ? 'town' : 'village', polygon: polygon(rings.map(softened)) }
    }),
    ...special.flatMap(({ ground }): LandPatch[] =>
      ground ? [{ kind: ground.kind, polygon: polygon([ground.ring]) }] : [],
    ),
  ]
}
