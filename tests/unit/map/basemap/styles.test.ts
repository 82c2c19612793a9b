import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { basemapPalette } from '../../../../src/map/basemap/basemap-palette.ts'
import type { BasemapLayer, BasemapLook } from '../../../../src/map/basemap/drawing.ts'
import { DEMO_SOURCE_LAYERS, demoStyle } from '../../../../src/map/basemap/styles/demo/demo-style.ts'
import {
  PROTOMAPS_SOURCE_LAYERS,
  protomapsStyle,
} from '../../../../src/map/basemap/styles/protomaps/protomaps-style.ts'
import { rasterPaint } from '../../../../src/map/basemap/styles/raster-paint.ts'
import { mapLayers } from '../../../../src/map/layers/map-layers.ts'
import { SLOT_ENDS_BELOW } from '../../../../src/map/basemap/slots.ts'
import { contrast } from '../colour-distance.ts'

const LOOKS: BasemapLook[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['zh-CN', 'en'] as const).flatMap((locale) => [true, false].map((areaLabels) => ({ theme, locale, areaLabels }))),
)
const STYLES = [
  ['demo', demoStyle, DEMO_SOURCE_LAYERS],
  ['protomaps', protomapsStyle, PROTOMAPS_SOURCE_LAYERS],
] as const

function problemsOf(layers: readonly BasemapLayer[], type: 'vector' | 'raster' = 'vector'): string[] {
  const style = {
    version: 8,
    sources: { 'base-map': { type, tiles: ['https://maps.example/{z}/{x}/{y}'] } },
    layers: layers.map(({ layer }) => layer),
  } as StyleSpecification
  return validateStyleMin(style).map(({ message }) => message)
}

const sourceLayerOf = ({ layer }: BasemapLayer) => ('source-layer' in layer ? layer['source-layer'] : null)

describe('a style check that knows what it looks for', () => {
  it('tells of a wrong colour', () => {
    const bad = { slot: 'ground', layer: { id: 'base-bad', type: 'fill', source: 'base-map', 'source-layer': 'earth', paint: { 'fill-color': 'pail' } } } // prettier-ignore
    expect(problemsOf([bad as unknown as BasemapLayer])).toHaveLength(1)
  })
})

describe.each(STYLES)('the %s style', (_, style, schema) => {
  it.each(LOOKS)('is a style that MapLibre takes: $theme, $locale, area names $areaLabels', (look) => {
    expect(problemsOf(style('base-map', look))).toEqual([])
  })

  it('asks for layers that the schema has, and draws every one of them', () => {
    const asked = new Set(style('base-map', LOOKS[0]!).map(sourceLayerOf))
    expect([...asked].sort()).toEqual([...schema].sort())
  })

  it('has the same layers, slots and filters in every look, so that a look is repainted and never rebuilt', () => {
    const bones = (look: BasemapLook) =>
      style('base-map', look).map(({ slot, layer }) => ({
        slot,
        ...layer,
        paint: Object.keys(layer.paint ?? {}),
        layout: Object.keys(('layout' in layer && layer.layout) || {}),
      }))
    for (const look of LOOKS) expect(bones(look)).toEqual(bones(LOOKS[0]!))
  })

  it('names every layer once, as a part of the basemap', () => {
    const ids = style('base-map', LOOKS[0]!).map(({ layer }) => layer.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => id.startsWith('base-'))).toBe(true)
  })

  it('brings names only, and no symbols of its own', () => {
    const layouts = style('base-map', LOOKS[0]!).map(({ layer }) => ('layout' in layer ? layer.layout : {}))
    expect(layouts.flatMap((layout) => Object.keys(layout ?? {})).filter((name) => name.startsWith('icon'))).toEqual([])
  })

  it('keeps the names of villages to itself where the product names them', () => {
    const hidden = (areaLabels: boolean) =>
      style('base-map', { ...LOOKS[0]!, areaLabels })
        .filter(({ layer }) => 'layout' in layer && layer.layout?.visibility === 'none')
        .map(({ layer }) => layer.id)
    expect(hidden(true)).toEqual([])
    expect(hidden(false)).toContain('base-village-name')
  })
})

describe('pictures', () => {
  it.each(['drawn', 'photo'] as const)('that are %s are painted as MapLibre takes it', (nature) => {
    for (const look of LOOKS) {
      const layer: BasemapLayer = { slot: 'ground', layer: rasterPaint('base-map', nature, look) }
      expect(problemsOf([layer], 'raster')).toEqual([])
    }
  })
})

describe('the places of a basemap in the map', () => {
  it('are where the map has layers, ground below lines below names', () => {
    const ids = mapLayers({
      theme: 'light',
      locale: 'zh-CN',
      hasChosenHotspot: false,
      hasChosenArea: false,
      now: 0,
      layers: {},
    }).map(({ id }) => id)
    const at = (['ground', 'lines', 'labels'] as const).map((slot) => ids.indexOf(SLOT_ENDS_BELOW[slot]))
    expect(at[0]).toBeGreaterThan(0)
    expect([...at].sort((one, other) => one - other)).toEqual(at)
  })
})

describe.each(['light', 'dark'] as const)('the colours of the %s basemap', (theme) => {
  const palette = basemapPalette(theme)

  it('let its names be read on every ground', () => {
    for (const ground of ['earth', 'wood', 'field', 'paddy', 'park', 'village', 'town', 'water'] as const)
      expect([ground, contrast(palette.text, palette[ground]) >= 4.5]).toEqual([ground, true])
  })

  it('leave the loud voice to the data: no ground stands out from the earth by more than 1.5:1', () => {
    for (const ground of [
      'wood',
      'orchard',
      'field',
      'paddy',
      'park',
      'village',
      'town',
      'square',
      'building',
    ] as const)
      expect([ground, contrast(palette.earth, palette[ground]) <= 1.5]).toEqual([ground, true])
  })
})
