import type { LayerSpecification } from 'maplibre-gl'
import { TEXT_FONT } from '../../layers/text.ts'
import type { BasemapLayer } from '../drawing.ts'

/** A layer as a foreign style has it: MapLibre judges the rest when it is added. */
export interface ForeignLayer {
  id: string
  type: string
  source?: string | undefined
  layout?: Record<string, unknown> | undefined
  paint?: Record<string, unknown> | undefined
  [more: string]: unknown
}

const DRAWN = ['background', 'fill', 'line', 'circle', 'raster', 'hillshade', 'fill-extrusion', 'symbol']

/** The id that a foreign source has among ours. */
export const foreignSourceId = (id: string) => `base-source-${id}`

/**
 * A foreign style's layers as ours: renamed, names above the fills of areas and everything else below, without pictures (the map has its own
 * marks, and a sprite of theirs could fail) and with the fonts of this device. A layer of a source that is not there is left out.
 */
export function foreignLayers(layers: readonly ForeignLayer[], sources: ReadonlySet<string>): BasemapLayer[] {
  return layers.flatMap((layer): BasemapLayer[] => {
    const { id, type, source, layout = {}, paint = {} } = layer
    if (!DRAWN.includes(type) || (type !== 'background' && !(source && sources.has(source)))) return []
    if (type === 'symbol' && layout['text-field'] === undefined) return []
    const ours = {
      ...layer,
      id: `base-${id}`,
      ...(source && { source: foreignSourceId(source) }),
      layout: { ...without(layout, /^icon-/), ...(type === 'symbol' && { 'text-font': TEXT_FONT }) },
      paint: without(paint, /^icon-|-pattern$/),
    }
    const slot = type === 'symbol' ? 'labels' : 'ground'
    return [{ slot, layer: ours as unknown as LayerSpecification }]
  })
}

function without(properties: Record<string, unknown>, names: RegExp): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.test(name)))
}
