import type { Feature } from 'geojson'
import type { Position, Town } from '../../town/town.ts'
import { named, point } from './feature.ts'
import type { TileLayer } from './tile-layer.ts'

/** The highway's number, drawn at intervals along it. */
const SHIELD = { zh: 'S327', en: 'S327' }

/** Names at points; the smaller the rank, the more a name matters. */
export function labelLayers({ areas, water, hills, roads }: Town): TileLayer[] {
  const areaLabels = (level: string, kind: string, rank: number) =>
    areas.filter((area) => area.level === level).map(({ name, core }) => point(core, { kind, rank, ...named(name) }))
  const byName = new Map(water.filter(({ name }) => name).map((body) => [body.name?.zh, body]))
  const waterLabels = [...byName.values()].map((body): Feature => {
    const isWide = body.kind === 'river' || body.kind === 'lake'
    return point(middleOf(body.polygon[0]!, body.kind), { kind: 'water', rank: isWide ? 4 : 6, ...named(body.name) })
  })
  const shields = roads
    .filter(({ class: kind, isBridge }) => kind === 'highway' && !isBridge)
    .filter((_, i) => i % 4 === 1)
    .map(({ line }) => point(line[Math.floor(line.length / 2)]!, { kind: 'road-shield', rank: 8, ...named(SHIELD) }))
  return [
    { layer: 'label', minZoom: 8, features: areaLabels('township', 'town', 1) },
    { layer: 'label', minZoom: 10, features: areaLabels('village', 'village', 2) },
    { layer: 'label', minZoom: 11, features: areaLabels('community', 'community', 3) },
    { layer: 'label', minZoom: 11, features: waterLabels },
    {
      layer: 'label',
      minZoom: 11,
      features: hills.map(({ name, position }, i) =>
        point(position, { kind: 'hill', rank: 5 + i / 100, ...named(name) }),
      ),
    },
    { layer: 'label', minZoom: 10, features: shields },
  ]
}

/** The middle of a surface: halfway between the banks for running water, the middle of its corners for the lake. */
function middleOf(ring: readonly Position[], kind: string): Position {
  if (kind === 'lake') {
    const sum = ring.reduce(([x, y], [lng, lat]): Position => [x + lng, y + lat], [0, 0])
    return [sum[0] / ring.length, sum[1] / ring.length]
  }
  // A bank runs one way along the first half of the ring and back along the second.
  const count = ring.length - 1
  const at = Math.floor(count * 0.29)
  const a = ring[at]!
  const b = ring[count - 1 - at]!
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
}
