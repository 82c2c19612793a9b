import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'

/** Gives a GeoJSON source new data; drawing follows by itself. */
export function fillSource(map: MapLibreMap, source: string, data: GeoJSON.GeoJSON): void {
  void map.getSource<GeoJSONSource>(source)?.setData(data)
}
