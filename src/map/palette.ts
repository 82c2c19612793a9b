import type { StatusGroup } from '../domain/status-group.ts'

export type MapTheme = 'light' | 'dark'

/** Every colour that the map draws with; the same values stand as custom properties in ui/tokens.css. */
export interface MapPalette {
  paper: string
  surface: string
  line: string
  ink: string
  ink2: string
  jade: string
  /** The ring around what is overdue; no status has it. */
  overdue: string
  water: string
  status: Readonly<Record<StatusGroup, string>>
  /** Classes of progress from none to all; no data is a hatch and none of these. */
  ramp: readonly [string, string, string, string, string, string, string]
}

/**
 * The five groups that matter keep a distance of at least 0.11 (light) and 0.13 (dark) in OKLab for every kind of colour
 * vision, and 3:1 on paper; the two quiet ones lean on their marks. The search ran over hue ranges that keep the
 * meaning: red waits, ochre moves, blue is looked at, jade is done.
 */
export const PALETTES: Readonly<Record<MapTheme, MapPalette>> = {
  light: {
    paper: '#f7f8f6',
    surface: '#ffffff',
    line: '#e3e6e1',
    ink: '#17231f',
    ink2: '#5b6761',
    jade: '#0f7a5c',
    overdue: '#c2188b',
    water: '#d5e6ee',
    status: {
      todo: '#c9190a',
      doing: '#be8406',
      review: '#2a2d9b',
      done: '#0b715b',
      source_done: '#148d61',
      paused: '#808c96',
      ended: '#6d6d94',
    },
    ramp: ['#e0f2e9', '#bcdfcf', '#98ccb5', '#76b99c', '#54a585', '#33916f', '#0c7c5b'],
  },
  dark: {
    paper: '#0b1e33',
    surface: '#10283f',
    line: '#234058',
    ink: '#eef4f2',
    ink2: '#9fb3bd',
    jade: '#7efeb9',
    overdue: '#ff7ad2',
    water: '#0d3554',
    status: {
      todo: '#ec4e2b',
      doing: '#e3c125',
      review: '#8ebbfb',
      done: '#7efeb9',
      source_done: '#29975e',
      paused: '#8d96a1',
      ended: '#707692',
    },
    ramp: ['#213e3c', '#235953', '#247669', '#2c937e', '#3eb191', '#5bcea4', '#7debb8'],
  },
}
