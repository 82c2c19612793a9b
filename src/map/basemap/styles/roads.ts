import type { ExpressionSpecification, FilterSpecification, LineLayerSpecification } from 'maplibre-gl'
import type { BasemapLayer } from '../drawing.ts'
import { byZoom } from './by-zoom.ts'

/** One class of roads: light lines with a casing. Widths in pixels by zoom, the casing adds `casingPx` on each side. */
export interface RoadClass {
  id: string
  filter: FilterSpecification
  minzoom: number
  widths: readonly (readonly [zoom: number, px: number])[]
  fill: string
  casing: string
  /** From which zoom on it has a casing; before it is one line in the casing's colour, or it would be lost on the paper. */
  casedFrom: number
}

const CASING_PX = 0.8
const GROWTH = 1.6

/**
 * Roads from the quietest class to the loudest, each with its casing below all fills, so that crossings are open; what lies on bridges
 * comes last with a stronger casing, over everything.
 *
 * @param bridges what a bridge is in this schema
 */
export function roadLayers(
  source: string,
  sourceLayer: string,
  classes: readonly RoadClass[],
  bridges: ExpressionSpecification,
): BasemapLayer[] {
  const line = (
    road: RoadClass,
    part: string,
    isBridge: boolean,
    paint: LineLayerSpecification['paint'],
    minzoom = road.minzoom,
  ): BasemapLayer => ({
    slot: 'lines',
    layer: {
      id: `base-${road.id}-${part}`,
      type: 'line',
      source,
      'source-layer': sourceLayer,
      minzoom,
      filter: ['all', road.filter, isBridge ? bridges : ['!', bridges]] as FilterSpecification,
      layout: { 'line-join': 'round', 'line-cap': isBridge ? 'butt' : 'round' },
      paint,
    },
  })
  const wider = (road: RoadClass, add: number) =>
    byZoom(
      road.widths.map(([zoom, px]) => [zoom, px + add * 2]),
      GROWTH,
    )
  const casing = (road: RoadClass, isBridge: boolean) =>
    line(
      road,
      isBridge ? 'bridge-casing' : 'casing',
      isBridge,
      { 'line-color': road.casing, 'line-width': wider(road, isBridge ? CASING_PX * 1.9 : CASING_PX) },
      road.casedFrom,
    )
  const fill = (road: RoadClass, isBridge: boolean) =>
    line(road, isBridge ? 'bridge' : 'fill', isBridge, {
      'line-color': ['step', ['zoom'], road.casing, road.casedFrom, road.fill],
      'line-width': wider(road, 0),
    })
  return [
    ...classes.map((road) => casing(road, false)),
    ...classes.map((road) => fill(road, false)),
    ...classes.map((road) => casing(road, true)),
    ...classes.map((road) => fill(road, true)),
  ]
}
