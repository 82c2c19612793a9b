import type { Ground } from '../buildings/ground.ts'
import { hypot } from '../plane/hypot.ts'
import { moved, type Point } from '../plane/point.ts'
import { lengthOf, pointAlong } from '../plane/polyline.ts'
import type { BridgedRoad } from '../roads/bridged.ts'
import { roadWidthM } from '../roads/road-width.ts'
import type { Home } from './place-wishes.ts'
import type { PlaceDraft } from './special-buildings.ts'

const APART_M = 520
const MOST_PER_HOME = 3
const MOST = 44

/** Bus stops at the kerbs of the county roads and the villages' roads, one near each core first, none close to another. */
export function busStops(homes: readonly Home[], roads: readonly BridgedRoad[], ground: Ground): PlaceDraft[] {
  const spots = roads
    .filter(
      ({ class: kind, isBridge, line }) => (kind === 'county' || kind === 'street') && !isBridge && lengthOf(line) > 30,
    )
    .map((road) => {
      const { at, heading } = pointAlong(road.line, lengthOf(road.line) / 2)
      return { at: moved(at, heading, 0, -(roadWidthM(road.class) / 2 + 2.5)), isCounty: road.class === 'county' }
    })
    .map((spot) => ({ ...spot, areaKey: ground.areaAt(spot.at) }))
  const stops: PlaceDraft[] = []
  const counts = new Map<string, number>()
  const settle = (home: Home, at: Point) => {
    if (stops.some((stop) => hypot(stop.at[0] - at[0], stop.at[1] - at[1]) < APART_M)) return
    const n = (counts.get(home.key) ?? 0) + 1
    if (n > MOST_PER_HOME || stops.length >= MOST || ground.water.isNear(at, 4)) return
    counts.set(home.key, n)
    const suffix = [
      { zh: '', en: '' },
      { zh: '路口', en: ' Crossing' },
      { zh: '东', en: ' East' },
    ][n - 1]!
    stops.push({
      key: `bus-${String(stops.length + 1).padStart(2, '0')}`,
      kind: 'bus_stop',
      name: { zh: `${home.word.zh}${suffix.zh}站`, en: `${home.word.en}${suffix.en} Stop` },
      areaKey: home.key,
      at,
    })
  }
  const nearest = (home: Home) => {
    const away = ({ at }: { readonly at: Point }) => hypot(at[0] - home.core[0], at[1] - home.core[1])
    return spots.filter(({ areaKey }) => areaKey === home.key).sort((p, q) => away(p) - away(q))
  }
  for (const home of homes) for (const { at } of nearest(home).slice(0, 6)) if (!counts.has(home.key)) settle(home, at)
  for (const home of homes) for (const { at } of nearest(home).filter(({ isCounty }) => isCounty)) settle(home, at)
  return stops
}
