import { hypot } from '../../town/plane/hypot.ts'
import type { Town } from '../../town/town.ts'
import type { Ground } from './ground.ts'
import { between, movedBy } from './metres.ts'
import type { Spot } from './site.ts'

const BEYOND_M = 160
const SPOTS = ['镇界外进镇公路旁', '镇界外河堤路旁', '镇界外机耕路旁', '镇界外山脚路旁']

/** A few dry spots just outside the township: what is reported there lies in no area. */
export function outskirts(town: Town, ground: Ground): Spot[] {
  const township = town.areas[0]
  const ring = township?.boundary[0] ?? []
  const core = township?.core ?? [0, 0]
  return SPOTS.flatMap((name, i) => {
    const corner = ring[Math.floor((ring.length * (i + 0.5)) / SPOTS.length)]
    if (!corner) return []
    const [east, north] = between(core, corner)
    const away = hypot(east, north) || 1
    const position = movedBy(corner, (east / away) * BEYOND_M, (north / away) * BEYOND_M)
    if (ground.homeAt(position) >= 0 || ground.isWater(position)) return []
    return [{ kind: 'county_road', weight: 1, home: -1, position, radiusM: 20, name, placeKey: null }]
  })
}
