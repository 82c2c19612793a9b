import type { LayerSpecification } from 'maplibre-gl'
import { PALETTES } from '../palette.ts'
import { areaLabelLayers, nearAreaLabelLayers } from './area-label-layers.ts'
import { areaLayers, chosenAreaLayers } from './area-layers.ts'
import { chosenHotspotLayers, markLayers } from './chosen-layers.ts'
import { drawnLayers } from './drawn-layers.ts'
import { cellCountLayers, hotspotLayers } from './hotspot-layers.ts'
import type { MapLook } from './look.ts'
import { placeLayers } from './place-layers.ts'

/** Every layer of the map from the ground up, painted for a look. */
export function mapLayers(look: MapLook): LayerSpecification[] {
  return [
    { id: 'paper', type: 'background', paint: { 'background-color': PALETTES[look.theme].paper } },
    ...areaLayers(look),
    ...chosenAreaLayers(look),
    ...placeLayers(look),
    ...nearAreaLabelLayers(look),
    ...hotspotLayers(look),
    ...areaLabelLayers(look),
    ...cellCountLayers(look),
    ...chosenHotspotLayers(look),
    ...markLayers(look),
    ...drawnLayers(look),
  ]
}
