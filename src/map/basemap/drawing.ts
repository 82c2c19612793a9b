import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { MapLocale } from '../layers/text.ts'
import type { MapTheme } from '../palette.ts'

/** How a basemap is painted. */
export interface BasemapLook {
  theme: MapTheme
  locale: MapLocale
  /** Whether the basemap names townships and villages itself; false where the product's own names stand. */
  areaLabels: boolean
}

/** Where a layer of a basemap goes: under the fills of areas, over them, or on top of every area's outline. */
export type BasemapSlot = 'ground' | 'lines' | 'labels'

/** A layer's id and source begin with `base-`. */
export interface BasemapLayer {
  slot: BasemapSlot
  layer: LayerSpecification
}

/** A basemap that answers, ready to be drawn. */
export interface BasemapDrawing {
  sources: Readonly<Record<string, SourceSpecification>>
  /** From the ground up. A look changes paint and layout only, never the layers there are. */
  layers(look: BasemapLook): BasemapLayer[]
  /** Who made it, as its host says; null where it says nothing. */
  attribution: string | null
}
