import type { Line, Position } from '../../town/town.ts'
import type { Chance } from '../chance.ts'
import type { DemoShape } from '../demo-hotspot.ts'
import type { Topic } from '../topics/topic.ts'
import type { Ground } from './ground.ts'
import { alongLine, lengthOf, movedBy, partOfLine } from './metres.ts'
import { isStretch, type Site, type Spot, type Stretch } from './site.ts'

/** Exactly where a case is. */
export interface Found {
  readonly position: Position
  readonly shape: DemoShape | null
  /** Metres along a named street: its house number follows. */
  readonly alongM: number
}

/** Chooses where at a site a case is: on land, in the township. */
export function findSpot(site: Site, topic: Topic, ground: Ground, chance: Chance): Found {
  const wantsShape = topic.shape !== undefined && chance.happens(topic.shape.share)
  if (isStretch(site)) {
    const line = wantsShape && topic.shape?.kind === 'line' ? lineAlong(site, topic, chance) : null
    if (line && line.every((position) => ground.isDry(position))) {
      const middle = line[Math.floor(line.length / 2)] as Position
      return { position: middle, shape: { type: 'LineString', line }, alongM: site.startM }
    }
    return besideRoad(site, ground, chance)
  }
  const position = around(site, ground, chance)
  const ring = wantsShape && topic.shape?.kind === 'patch' ? patchAround(position, chance) : null
  const shape = ring?.every((corner) => ground.isDry(corner)) ? ({ type: 'Polygon', ring } as const) : null
  return { position, shape, alongM: 0 }
}

/** The kerb if it is dry, else the middle of the road: roads keep off the water. */
function besideRoad(site: Stretch, ground: Ground, chance: Chance): Found {
  const along = chance.next() * site.lengthM
  const { position, east, north } = alongLine(site.line, along)
  const away =
    chance.between(site.kind === 'lane' ? 1.5 : 3, site.kind === 'lane' ? 4 : 8) * (chance.happens(0.5) ? 1 : -1)
  const beside = movedBy(position, -north * away, east * away)
  return { position: ground.isDry(beside) ? beside : position, shape: null, alongM: site.startM + along }
}

function around({ position, radiusM }: Spot, ground: Ground, chance: Chance): Position {
  for (let attempt = 0; attempt < 4; attempt++) {
    const turn = chance.next() * 2 * Math.PI
    const away = radiusM * Math.sqrt(chance.between(0.1, 1))
    const here = movedBy(position, Math.cos(turn) * away, Math.sin(turn) * away)
    if (ground.isDry(here)) return here
  }
  return movedBy(position, 0, 0)
}

function lineAlong({ line, lengthM }: Stretch, { quantity }: Topic, chance: Chance): Line | null {
  const [least, most] = quantity ?? [10, 60]
  const wanted = Math.min(lengthM, chance.between(least, most))
  const from = chance.next() * (lengthM - wanted)
  const part = partOfLine(line, from, from + wanted)
  if (!part || lengthOf(part) < 3) return null
  if (part.length > 2) return part
  const [start, end] = part as [Position, Position]
  // A point in the middle, where the mark stands.
  return [start, [Math.round((start[0] + end[0]) * 5e6) / 1e7, Math.round((start[1] + end[1]) * 5e6) / 1e7], end]
}

function patchAround(middle: Position, chance: Chance): Position[] {
  const size = chance.between(3, 7)
  const corners = Array.from({ length: 7 }, (_, i) => {
    const turn = ((i + chance.between(-0.25, 0.25)) / 7) * 2 * Math.PI
    const away = size * chance.between(0.7, 1.25)
    return movedBy(middle, Math.cos(turn) * away, Math.sin(turn) * away)
  })
  return [...corners, corners[0] as Position]
}
