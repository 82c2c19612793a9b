import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { countLabel } from '../layers/expressions.ts'
import type { MapLook } from '../layers/look.ts'
import { TEXT_FONT } from '../layers/text.ts'
import { PALETTES } from '../palette.ts'

export const REPLAY_SOURCE = 'replay-cells'
export const REPLAY_COUNTS = 'replay-counts'

/** A lone hotspot is still a dot that one sees, in pixels of radius. */
const SMALLEST_RADIUS = 2.5

const count = (key: string): ExpressionSpecification => ['coalesce', ['feature-state', key], 0]

/** A disc whose area tells a number. */
function radius(n: ExpressionSpecification, scale: number, add = 0): ExpressionSpecification {
  return ['case', ['>', n, 0], ['+', add, ['max', SMALLEST_RADIUS, ['*', scale, ['sqrt', n]]]], 0]
}

const shown = (n: ExpressionSpecification, opacity: number): ExpressionSpecification => [
  'case',
  ['>', n, 0],
  opacity,
  0,
]

/**
 * Cells as discs in discs, each as large as its number: what is open within what was found. The ring between them is what has been
 * done, first what only its source calls closed, outside what is verified. `scale` is the radius of one hotspot in pixels.
 */
export function replayLayers(look: Pick<MapLook, 'theme' | 'locale'>, scale: number): LayerSpecification[] {
  const palette = PALETTES[look.theme]
  const found = count('found')
  const open = count('open')
  const notVerified: ExpressionSpecification = ['+', open, count('bySource')]
  const disc = (id: string, n: ExpressionSpecification, colour: string, add = 0, opacity = 1): LayerSpecification => ({
    id: `replay-${id}`,
    type: 'circle',
    source: REPLAY_SOURCE,
    paint: { 'circle-radius': radius(n, scale, add), 'circle-color': colour, 'circle-opacity': shown(n, opacity) },
  })
  return [
    disc('edge', found, palette.surface, 1.5, 0.9),
    disc('found', found, palette.status.done, 0, 0.9),
    disc('by-source', notVerified, palette.status.source_done),
    disc('gap', open, palette.surface, 0.75),
    disc('open', open, palette.status.todo),
    {
      id: 'replay-count',
      type: 'symbol',
      source: REPLAY_COUNTS,
      layout: {
        'text-field': countLabel(look.locale),
        'text-font': TEXT_FONT,
        'text-size': 11,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': look.theme === 'light' ? palette.surface : palette.paper },
    },
  ]
}
