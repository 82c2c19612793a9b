import type { Map as MapLibreMap } from 'maplibre-gl'
import { PLACE_KINDS } from '../domain/place.ts'
import { STATUS_GROUPS } from '../domain/status-group.ts'
import { discImage } from './cells/disc-image.ts'
import { parseRingKey } from './cells/ring-key.ts'
import { hatchImage } from './marks/hatch-image.ts'
import { MARK_DISTANCE } from './marks/mark-distance.ts'
import { markImage } from './marks/mark-image.ts'
import { placeImage } from './marks/place-image.ts'
import { PALETTES, type MapTheme } from './palette.ts'

/** Names of the pictures that the layers ask for; `theme` is part of the name because their colours are drawn in. */
export const imageName = {
  mark: (group: number) => `mark:${group}`,
  hatch: (theme: MapTheme) => `hatch:${theme}`,
  place: (theme: MapTheme, kind: string) => `place:${theme}:${kind}`,
  /** In front of the ring key that a cell carries. */
  discPrefix: (theme: MapTheme) => `disc:${theme}:`,
}

/** Radius of a mark at icon-size 1, in CSS pixels. */
export const MARK_RADIUS = 8

function isTheme(value: string | undefined): value is MapTheme {
  return value === 'light' || value === 'dark'
}

/** Draws each picture when a layer first asks for it, for so many pixels a CSS pixel. */
export function provideImages(map: MapLibreMap, pixelsPerPixel: number): void {
  // Twice the pixels keep edges clean on every screen; marks are distance fields and scale by themselves.
  const pixelRatio = Math.max(2, Math.ceil(pixelsPerPixel))
  map.setMissingStyleImageResolver((id) => {
    if (map.hasImage(id)) return
    const [kind, theme, ...rest] = id.split(':')
    if (kind === 'mark') {
      const group = STATUS_GROUPS[Number(theme)]
      if (group) map.addImage(id, markImage(MARK_DISTANCE[group], MARK_RADIUS * 2), { pixelRatio: 2, sdf: true })
      return
    }
    if (!isTheme(theme)) return
    const palette = PALETTES[theme]
    if (kind === 'hatch') map.addImage(id, hatchImage(palette, pixelRatio), { pixelRatio })
    if (kind === 'place') {
      const place = PLACE_KINDS.find((each) => each === rest[0])
      if (place) map.addImage(id, placeImage(place, palette, pixelRatio), { pixelRatio })
    }
    if (kind === 'disc') {
      const ring = parseRingKey(rest.join(':'))
      if (ring) map.addImage(id, discImage(ring.size, ring.arcs, palette, pixelRatio), { pixelRatio })
    }
  })
}
