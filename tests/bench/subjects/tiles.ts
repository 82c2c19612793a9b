import type { HotspotFilter } from '../../../src/domain/filter.ts'
import { tileAt, type TileAddress } from '../../../src/geo/tile-address.ts'
import type { Measure } from '../measure/measure-all.ts'
import type { Site } from '../measure/site.ts'
import type { Choices, Spot } from './choices.ts'
import { expectData } from './expect-data.ts'

/** Zooms of the tiles that a screen shows of it. */
const VIEWS = { street: [17, 18], township: [13, 14], extent: [9, 10] } as const
export type View = keyof typeof VIEWS
export const views = Object.keys(VIEWS) as View[]

export const FILTERS = ['none', 'campaign', 'status', 'area', 'category', 'time'] as const
export type FilterKind = (typeof FILTERS)[number]

const PER_ROUND = 12

export const tileMeasure = (view: View, filter: FilterKind) => `tile ${view}, ${filter}`

/** Tiles of every view under every filter, through HTTP as a viewer. The addresses are those of spots: dense places are asked for more often. */
export function tileMeasures(choices: Choices): Measure[] {
  return views.flatMap((view) =>
    FILTERS.map((kind) => ({
      name: tileMeasure(view, kind),
      perRound: PER_ROUND,
      run: async (site: Site, turn: number) => {
        const { spot, tile } = tileOf(choices, view, turn)
        await readTile(site, tile, filterOf(kind, site.root, spot, choices))
      },
    })),
  )
}

/** The tile of a turn, and the spot it was drawn for. */
export function tileOf({ spots }: Choices, view: View, turn: number): { spot: Spot; tile: TileAddress } {
  const spot = spots[turn % spots.length]
  const zooms = VIEWS[view]
  const z = zooms[turn % zooms.length]
  if (!spot || z === undefined) throw new Error('There is no spot to look at.')
  return { spot, tile: tileAt(spot.lng, spot.lat, z) }
}

/** Asks for a tile as the app does. */
export async function readTile({ clients }: Site, tile: TileAddress, filter: HotspotFilter) {
  return expectData(await clients.viewer.rpc('hotspot_tile', { ...tile, filter: { ...filter } }))
}

export function filterOf(kind: FilterKind, root: number, spot: Spot, choices: Choices): HotspotFilter {
  switch (kind) {
    case 'none':
      return { root }
    case 'campaign':
      return { root, campaign: choices.campaign }
    case 'status':
      return { root, states: [0, 1, 2, 3, 4] }
    case 'area':
      return { root, area: spot.areaId ?? 0 }
    case 'category':
      return { root, categories: [choices.category] }
    case 'time':
      return { root, ...choices.time }
  }
}
