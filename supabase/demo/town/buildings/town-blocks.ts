import { valueNoise } from '../chance/noise.ts'
import { randomStream, type Random } from '../chance/random.ts'
import { inset, rectangle } from '../plane/convex.ts'
import { hypot } from '../plane/hypot.ts'
import { between, direction, distance, moved, type Point } from '../plane/point.ts'
import { edgeDistance, isInside } from '../plane/ring.ts'
import type { TownLattice } from '../roads/town-lattice.ts'
import type { BuildingDraft } from './building-draft.ts'
import type { Ground } from './ground.ts'

/** What a block of the town is used for. */
export type BlockUse = 'shops' | 'estate' | 'old' | 'mixed' | 'rows' | 'works' | 'open'

/** A block between streets: its corners inside the kerbs. */
export interface TownBlock {
  readonly ring: readonly Point[]
  readonly use: BlockUse
}

const KERB_M = 7
const MAIN_KERB_M = 10
const STREET_M = 8

/** The blocks of the lattice that are built, with their use: shops at the main streets, old lanes by the river, estates round. */
export function townBlocks(seed: number, lattice: TownLattice, ground: Ground): TownBlock[] {
  const random = randomStream(seed, 'block-uses')
  const mood = valueNoise(seed + 401, 330)
  const blocks: TownBlock[] = []
  for (let i = 0; i + 1 < lattice.across.length; i++)
    for (let k = 0; k + 1 < lattice.up.length; k++) {
      const [west, east] = [lattice.across[i]!, lattice.across[i + 1]!]
      const [south, north] = [lattice.up[k]!, lattice.up[k + 1]!]
      const corners = [
        lattice.at(west, south),
        lattice.at(east, south),
        lattice.at(east, north),
        lattice.at(west, north),
      ]
      const sides = corners.filter((p, n) =>
        ground.roads.nearest(between(p, corners[(n + 1) % 4]!, 0.5), STREET_M),
      ).length
      const isMain = [west, east, south, north].includes(0)
      const middle = between(corners[0]!, corners[2]!, 0.5)
      const use = useOf(middle, isMain, mood, random)
      if (sides < 2 || ground.areaAt(middle) === null) continue
      const kerb = (edge: number) => ([south, east, north, west][edge] === 0 ? MAIN_KERB_M : KERB_M)
      blocks.push({ ring: inset(corners, kerb), use })
    }
  return blocks
}

function useOf(middle: Point, isMain: boolean, mood: (x: number, y: number) => number, random: Random): BlockUse {
  const fromCentreM = hypot(middle[0], middle[1])
  const chance = random.next()
  if (isMain && fromCentreM < 760) return chance < 0.85 ? 'shops' : 'mixed'
  const m = mood(...middle)
  if (middle[1] > 330 && middle[0] > -620 && middle[0] < 420) return chance < 0.85 ? 'old' : 'mixed'
  if (fromCentreM > 760 && m > 0.1) return chance < 0.6 ? 'works' : 'open'
  if (fromCentreM > 720) return chance < 0.55 ? 'rows' : 'open'
  if (m > 0.05) return chance < 0.8 ? 'estate' : 'mixed'
  return chance < 0.55 ? 'rows' : chance < 0.8 ? 'mixed' : chance < 0.93 ? 'estate' : 'open'
}

/** The buildings of a block, none where something stands already. */
export function fillBlock({ ring, use }: TownBlock, random: Random, ground: Ground): BuildingDraft[] {
  if (ring.length < 4 || use === 'open') return []
  const built: BuildingDraft[] = []
  const build = (candidate: Point[], kind: BuildingDraft['kind'], heightM: number) => {
    if (!candidate.every((p) => isInside(ring, p) || edgeDistance(ring, p) < 0.3)) return
    const areaKey = ground.siteOf(candidate, 1)
    if (!areaKey) return
    ground.take(candidate)
    built.push({ ring: candidate, heightM: Math.round(heightM * 2) / 2, kind, areaKey })
  }
  switch (use) {
    case 'shops':
      perimeter(ring, random, { front: [9, 24], depth: [12, 15], gap: [0.9, 1.2], skip: 0.05 }, (r) =>
        build(r, 'shop', random.between(7, 13)),
      )
      rows(ring, random, { length: [22, 30], depth: [11, 13], lengthGap: 6, depthGap: 12, margin: 22 }, (r) =>
        build(r, 'block', random.between(10, 18)),
      )
      break
    case 'old':
      perimeter(ring, random, { front: [10, 18], depth: [9, 13], gap: [0.9, 1.6], skip: 0.22 }, (r) =>
        build(r, 'house', random.between(6, 9)),
      )
      rows(ring, random, { length: [11, 17], depth: [9, 11], lengthGap: 3, depthGap: 7, margin: 16, skip: 0.22 }, (r) =>
        build(r, 'house', random.between(5.5, 8)),
      )
      break
    case 'estate': {
      const heightM = random.chance(0.15) ? 33 : random.pick([15, 15, 18, 18, 18])
      rows(
        ring,
        random,
        { length: [34, 46], depth: [11.5, 12.5], lengthGap: 9, depthGap: random.between(17, 22), margin: 4 },
        (r) => build(r, 'estate', heightM),
      )
      break
    }
    case 'rows':
      rows(
        ring,
        random,
        { length: [12, 15], depth: [11, 13], lengthGap: 1, depthGap: random.between(10, 14), margin: 2, skip: 0.22 },
        (r) => build(r, 'house', random.between(9, 13.5)),
      )
      break
    case 'mixed':
      perimeter(ring, random, { front: [16, 34], depth: [12, 16], gap: [3, 9], skip: 0.12 }, (r) =>
        build(r, 'block', random.between(9, 19)),
      )
      rows(
        ring,
        random,
        { length: [12, 24], depth: [10, 13], lengthGap: 6, depthGap: 10, margin: 24, skip: 0.25 },
        (r) => build(r, 'block', random.between(6, 12)),
      )
      break
    case 'works':
      rows(
        ring,
        random,
        { length: [40, 62], depth: [22, 30], lengthGap: 10, depthGap: 12, margin: 3, skip: 0.12 },
        (r) => build(r, 'factory', random.between(8, 12)),
      )
      break
  }
  return built
}

interface EdgeStyle {
  readonly front: readonly [number, number]
  readonly depth: readonly [number, number]
  readonly gap: readonly [number, number]
  readonly skip: number
}

/** Buildings along all edges of a block, their fronts on the edge. */
function perimeter(ring: readonly Point[], random: Random, style: EdgeStyle, build: (ring: Point[]) => void): void {
  for (const [i, a] of ring.entries()) {
    const b = ring[(i + 1) % ring.length]!
    const d = direction(a, b)
    const lengthM = distance(a, b)
    for (let alongM = random.between(0.5, 2); alongM < lengthM - 6;) {
      const frontM = Math.min(random.between(...style.front), lengthM - alongM - 0.5)
      const depthM = random.between(...style.depth)
      const isEmpty = random.chance(style.skip)
      if (!isEmpty && frontM > 5)
        build(rectangle(moved(a, d, alongM + frontM / 2, depthM / 2 + 0.2), d, frontM, depthM))
      alongM += frontM + random.between(...style.gap)
    }
  }
}

interface RowsStyle {
  readonly length: readonly [number, number]
  readonly depth: readonly [number, number]
  readonly lengthGap: number
  readonly depthGap: number
  readonly margin: number
  readonly skip?: number
}

/** Rows from west to east through a block, as houses that want the sun from the south stand. */
function rows(ring: readonly Point[], random: Random, style: RowsStyle, build: (ring: Point[]) => void): void {
  const area = inset(ring, style.margin)
  if (area.length < 4) return
  const d = direction(ring[0]!, ring[1]!)
  const along = area.map(([x, y]) => (x - ring[0]![0]) * d[0] + (y - ring[0]![1]) * d[1])
  const up = area.map(([x, y]) => -(x - ring[0]![0]) * d[1] + (y - ring[0]![1]) * d[0])
  const depthM = random.between(...style.depth)
  const top = Math.max(...up)
  const lines = Math.max(1, Math.floor((top - Math.min(...up) + style.depthGap) / (depthM + style.depthGap)))
  const slack = (top - Math.min(...up) - lines * depthM - (lines - 1) * style.depthGap) / 2
  for (let line = 0; line < lines; line++) {
    const middle = Math.min(...up) + slack + depthM / 2 + line * (depthM + style.depthGap)
    for (let at = Math.min(...along); at < Math.max(...along) - style.length[0];) {
      const lengthM = random.between(...style.length)
      const isEmpty = random.chance(style.skip ?? 0)
      const candidate = rectangle(moved(ring[0]!, d, at + lengthM / 2, middle), d, lengthM, depthM)
      if (!candidate.every((p) => isInside(area, p))) {
        at += 3
        continue
      }
      if (!isEmpty) build(candidate)
      at += lengthM + style.lengthGap
    }
  }
}
