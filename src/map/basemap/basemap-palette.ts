import { PALETTES, type MapTheme } from '../palette.ts'
import { mixColour } from './mix-colour.ts'

/** The colours of a basemap: those of the map, mixed down until data stands out on them. */
export interface BasemapPalette {
  earth: string
  /** Where the map ends. */
  beyond: string
  wood: string
  orchard: string
  field: string
  paddy: string
  park: string
  /** Built ground: villages lighter than the town. */
  village: string
  town: string
  square: string
  water: string
  waterEdge: string
  waterText: string
  /** Elevation as a breath: drawn over the ground with a low opacity. */
  relief: string
  contour: string
  road: string
  roadCasing: string
  /** Highways are the one road that may be found from afar. */
  highway: string
  highwayCasing: string
  rail: string
  building: string
  buildingEdge: string
  buildingSide: string
  boundary: string
  text: string
  quietText: string
  halo: string
}

/** The palette of a theme, from the colours of palette.ts alone. */
export function basemapPalette(theme: MapTheme): BasemapPalette {
  const { paper, surface, line, ink, ink2, jade, water, status } = PALETTES[theme]
  const isNight = theme === 'dark'
  const ground = isNight ? mixColour(paper, surface, 0.75) : mixColour(surface, paper, 0.55)
  const green = (share: number) => mixColour(ground, jade, share * (isNight ? 0.55 : 1))
  // Ochre alone looks pink on paper: a little jade makes straw of it.
  const straw = (share: number) =>
    mixColour(mixColour(ground, status.doing, share * (isNight ? 0.5 : 1)), jade, share * (isNight ? 0.2 : 0.45))
  return {
    earth: ground,
    beyond: paper,
    wood: green(0.12),
    orchard: mixColour(green(0.09), status.doing, isNight ? 0.015 : 0.03),
    field: straw(0.055),
    paddy: mixColour(green(0.07), water, 0.14),
    park: green(0.17),
    village: mixColour(ground, ink, isNight ? 0.035 : 0.035),
    town: mixColour(ground, ink, isNight ? 0.055 : 0.055),
    square: mixColour(ground, ink, isNight ? 0.085 : 0.075),
    water,
    waterEdge: mixColour(water, ink2, isNight ? 0.18 : 0.3),
    waterText: mixColour(ink2, water, isNight ? 0.25 : 0.12),
    relief: isNight ? ink : mixColour(ink2, jade, 0.35),
    contour: mixColour(ground, ink2, isNight ? 0.16 : 0.24),
    road: isNight ? mixColour(surface, ink2, 0.3) : surface,
    roadCasing: isNight ? mixColour(paper, surface, 0.3) : mixColour(line, ink2, 0.22),
    highway: isNight ? mixColour(surface, status.doing, 0.26) : mixColour(surface, status.doing, 0.22),
    highwayCasing: isNight ? mixColour(paper, surface, 0.2) : mixColour(line, status.doing, 0.42),
    rail: mixColour(ground, ink2, isNight ? 0.35 : 0.45),
    building: mixColour(ground, ink, isNight ? 0.11 : 0.105),
    buildingEdge: mixColour(ground, ink, isNight ? 0.19 : 0.2),
    buildingSide: mixColour(ground, ink, isNight ? 0.15 : 0.15),
    boundary: ink2,
    text: ink2,
    quietText: mixColour(ink2, ground, isNight ? 0.2 : 0.08),
    halo: ground,
  }
}
