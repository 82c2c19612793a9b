import { FRAME, toPosition } from '../../town/plane/frame.ts'
import type { Position, Road, Town } from '../../town/town.ts'
import { line, named, surface } from './feature.ts'
import { labelLayers } from './labels.ts'
import { mergedRoads } from './merged-roads.ts'
import type { TileLayer } from './tile-layer.ts'
import { veilLayer } from './veil.ts'

const ROADS_FROM: Readonly<Record<Road['class'], number>> = { highway: 6, county: 8, street: 10, lane: 12 }

/** Everything of a town that the basemap shows, by layer and by the zoom from which it is shown. */
export function townLayers(town: Town): TileLayer[] {
  const { west, east, south, north } = FRAME
  const corners: Position[] = [
    toPosition([west, south]),
    toPosition([east, south]),
    toPosition([east, north]),
    toPosition([west, north]),
    toPosition([west, south]),
  ]
  const roads = mergedRoads(town.roads)
  return [
    { layer: 'earth', minZoom: 0, features: [surface([corners], { kind: 'land' })] },
    ...landLayers(town),
    { layer: 'relief', minZoom: 7, features: town.relief.map(({ band, polygon }) => surface(polygon, { band })) },
    {
      layer: 'contour',
      minZoom: 12,
      features: town.contours.map(({ elevationM, line: positions }) => line(positions, { ele: elevationM })),
    },
    ...waterLayers(town),
    ...(['lane', 'street', 'county', 'highway'] as const).map((kind): TileLayer => ({
      layer: 'road',
      minZoom: ROADS_FROM[kind],
      features: roads
        .filter((road) => road.class === kind)
        .map((road) => line(road.line, { class: kind, bridge: road.isBridge ? 1 : 0, ...named(road.name) })),
    })),
    {
      layer: 'building',
      minZoom: 13,
      features: town.buildings.map(({ polygon, heightM, kind }) => surface(polygon, { height: heightM, kind })),
    },
    veilLayer(),
    ...boundaryLayers(town),
    ...labelLayers(town),
  ]
}

function landLayers({ land }: Town): TileLayer[] {
  const small = new Set(['yard', 'square', 'park'])
  return [
    {
      layer: 'landuse',
      minZoom: 7,
      features: land.filter(({ kind }) => kind === 'wood').map((patch) => surface(patch.polygon, { kind: patch.kind })),
    },
    {
      layer: 'landuse',
      minZoom: 11,
      features: land
        .filter(({ kind }) => kind !== 'wood' && !small.has(kind))
        .map(({ kind, polygon }) => surface(polygon, { kind })),
    },
    {
      layer: 'landuse',
      minZoom: 13,
      features: land.filter(({ kind }) => small.has(kind)).map(({ kind, polygon }) => surface(polygon, { kind })),
    },
  ]
}

function waterLayers({ water }: Town): TileLayer[] {
  const from = { river: 7, lake: 9, stream: 10, pond: 13 } as const
  return (['river', 'lake', 'stream', 'pond'] as const).map((kind) => ({
    layer: 'water',
    minZoom: from[kind],
    features: water
      .filter((body) => body.kind === kind)
      .map(({ polygon, name }) => surface(polygon, { kind, ...named(name) })),
  }))
}

/** A border between two areas is drawn once: each edge belongs to the highest level that has it. */
function boundaryLayers({ areas }: Town): TileLayer[] {
  const seen = new Set<string>()
  const from = { township: 7, village: 10, community: 10, grid: 13 } as const
  return areas.map(({ level, boundary }): TileLayer => {
    const lines: Position[][] = []
    const ring = boundary[0]!
    let isOpen = false
    for (let i = 0; i + 1 < ring.length; i++) {
      const [a, b] = [ring[i]!, ring[i + 1]!]
      const [p, q] = [a.join(), b.join()]
      const key = p < q ? `${p} ${q}` : `${q} ${p}`
      if (seen.has(key)) isOpen = false
      else {
        seen.add(key)
        if (isOpen) lines.at(-1)!.push(b)
        else lines.push([a, b])
        isOpen = true
      }
    }
    return { layer: 'boundary', minZoom: from[level], features: lines.map((positions) => line(positions, { level })) }
  })
}
