import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'

type Properties = Record<string, unknown>

/** The setters as they are used here: names and values come out of layers that have been checked where they are written. */
interface Repaintable {
  setPaintProperty(layer: string, name: string, value: unknown): unknown
  setLayoutProperty(layer: string, name: string, value: unknown): unknown
  setFilter(layer: string, filter: unknown): unknown
}

const paintOf = (layer: LayerSpecification | undefined): Properties => ({ ...layer?.paint })
const layoutOf = (layer: LayerSpecification | undefined): Properties => ({
  ...(layer && 'layout' in layer ? layer.layout : {}),
})

const filterOf = (layer: LayerSpecification | undefined): Properties =>
  layer && 'filter' in layer ? { filter: layer.filter } : {}

function differences(old: Properties, now: Properties): [string, unknown][] {
  return Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name]))
}

/**
 * Paints layers of a map anew by their differences: sources, tiles and feature state stay, which replacing the style would lose.
 *
 * @param from the layers as they are painted, `to` the same layers as they shall be
 */
export function repaint(
  map: MapLibreMap,
  from: readonly LayerSpecification[],
  to: readonly LayerSpecification[],
): void {
  const target = map as unknown as Repaintable
  const before = new Map(from.map((layer) => [layer.id, layer]))
  for (const layer of to) {
    const old = before.get(layer.id)
    for (const [name, value] of differences(paintOf(old), paintOf(layer)))
      target.setPaintProperty(layer.id, name, value)
    for (const [name, value] of differences(layoutOf(old), layoutOf(layer)))
      target.setLayoutProperty(layer.id, name, value)
    for (const [, value] of differences(filterOf(old), filterOf(layer))) target.setFilter(layer.id, value)
  }
}
