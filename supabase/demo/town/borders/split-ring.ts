import { boxOf, mayReach } from '../plane/box.ts'
import { between, centimetre, distance, type Point } from '../plane/point.ts'
import { crossingOf } from '../plane/segment.ts'
import { pointAlong } from '../plane/polyline.ts'
import { counterClockwise, isInside } from '../plane/ring.ts'

/** The two parts of a ring and the two points on it where the cut begins and ends. */
export interface SplitRing {
  readonly parts: readonly [Point[], Point[]]
  readonly ends: readonly [Point, Point]
}

const NEAR_M = 0.5

interface Meeting {
  readonly at: Point
  readonly alongM: number
  readonly ringEdge: number
  readonly lineEdge: number
}

/** A ring cut in two along the longest stretch of a line inside it (ends near a corner of the ring are at it); null without one. */
export function splitRing(ring: readonly Point[], line: readonly Point[]): SplitRing | null {
  const meetings = meetingsOf(ring, line).sort((a, b) => a.alongM - b.alongM)
  let best: readonly [Meeting, Meeting] | null = null
  for (let i = 0; i + 1 < meetings.length; i++) {
    const pair = [meetings[i]!, meetings[i + 1]!] as const
    const lengthM = pair[1].alongM - pair[0].alongM
    if (best && lengthM <= best[1].alongM - best[0].alongM) continue
    if (isInside(ring, pointAlong(line, pair[0].alongM + lengthM / 2).at)) best = pair
  }
  if (!best) return null
  const [enter, leave] = best
  const inner = line
    .slice(enter.lineEdge + 1, leave.lineEdge + 1)
    .filter((p) => distance(p, enter.at) > NEAR_M && distance(p, leave.at) > NEAR_M)
  return {
    parts: [
      withoutTwins([leave.at, ...walked(ring, leave.ringEdge, enter.ringEdge), enter.at, ...inner]),
      withoutTwins([enter.at, ...walked(ring, enter.ringEdge, leave.ringEdge), leave.at, ...[...inner].reverse()]),
    ],
    ends: [enter.at, leave.at],
  }
}

const withoutTwins = (ring: readonly Point[]) =>
  counterClockwise(ring.filter((p, i) => distance(p, ring.at(i - 1)!) > 0.001))

function meetingsOf(ring: readonly Point[], line: readonly Point[]): Meeting[] {
  const meetings: Meeting[] = []
  const box = boxOf(ring)
  let passed = 0
  for (let lineEdge = 0; lineEdge + 1 < line.length; lineEdge++) {
    const c = line[lineEdge]!
    const d = line[lineEdge + 1]!
    const candidates = mayReach(box, c, d, 0) ? ring.length : 0
    const around = boxOf([c, d])
    for (let ringEdge = 0; ringEdge < candidates; ringEdge++) {
      const a = ring[ringEdge]!
      const b = ring[(ringEdge + 1) % ring.length]!
      const cross = mayReach(around, a, b, 0) ? crossingOf(c, d, a, b) : null
      if (!cross) continue
      const on = centimetre(between(a, b, cross.s))
      const at = distance(on, a) < NEAR_M ? a : distance(on, b) < NEAR_M ? b : on
      meetings.push({ at, alongM: passed + cross.t * distance(c, d), ringEdge, lineEdge })
    }
    passed += distance(c, d)
  }
  return meetings
}

/** The corners of a ring after one edge and up to the start of another. */
function walked(ring: readonly Point[], fromEdge: number, toEdge: number): Point[] {
  const result: Point[] = []
  for (let i = (fromEdge + 1) % ring.length; ; i = (i + 1) % ring.length) {
    result.push(ring[i]!)
    if (i === toEdge) return result
  }
}
