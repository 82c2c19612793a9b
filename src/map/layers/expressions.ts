import type { ExpressionSpecification } from 'maplibre-gl'
import { STATUS_GROUPS } from '../../domain/status-group.ts'
import type { MapPalette } from '../palette.ts'
import type { MapLocale } from './text.ts'

/** How loud everything is that is not chosen, while something is. */
export const DIMMED = 0.45

/** The status group that a point shows: the live one where a change came after its tile. */
export const GROUP: ExpressionSpecification = ['coalesce', ['feature-state', 'group'], ['get', 'group']]

/** The colour of the status group that a point shows. */
export function groupColour(palette: MapPalette): ExpressionSpecification {
  const [first, ...rest] = STATUS_GROUPS.map((group) => palette.status[group])
  const cases = rest.flatMap((colour, index) => [index + 1, colour])
  return ['match', GROUP, 0, first, ...cases, palette.ink2] as unknown as ExpressionSpecification
}

/** A name in the language of the reader, in Chinese where it has no other. */
export function nameIn(locale: MapLocale): ExpressionSpecification {
  return locale === 'en' ? ['coalesce', ['get', 'nameEn'], ['get', 'name']] : ['get', 'name']
}

/** A count as short as a disc needs: 860, 1.2万 or 12k; with a sign in front where it is an estimate. */
export function countLabel(locale: MapLocale): ExpressionSpecification {
  const unit = locale === 'en' ? 1000 : 10_000
  const suffix = locale === 'en' ? 'k' : '万'
  const tenths: ExpressionSpecification = ['/', ['round', ['/', ['get', 'n'], unit / 10]], 10]
  const short: ExpressionSpecification = [
    'case',
    ['<', ['get', 'n'], unit],
    ['to-string', ['get', 'n']],
    ['concat', ['to-string', tenths], suffix],
  ]
  return ['concat', ['case', ['get', 'about'], locale === 'en' ? '~' : '约', ''], short]
}
