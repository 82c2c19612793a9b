import type { Map as MapLibreMap } from 'maplibre-gl'
import type { MapLook } from './look.ts'
import { mapLayers } from './map-layers.ts'
import { repaint } from './repaint.ts'

/** Repaints the layers of a map from one look to another. */
export function applyLook(map: MapLibreMap, from: MapLook, to: MapLook): void {
  repaint(map, mapLayers(from), mapLayers(to))
}
