import type { CircleLayerSpecification, ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import { GROUP } from './expressions.ts'
import type { MapPalette } from '../palette.ts'

/** The last status group whose clock can run: to do, doing, review. A live change to another ends the ring at once. */
const LAST_RUNNING_GROUP = 2
const WIDTH = 2.25

/** True at a minute (whole minutes since 1970) for a point whose `due` has come; points without a clock have 0 or none. */
export function isOverdueAt(minute: number): ExpressionSpecification {
  const due: ExpressionSpecification = ['coalesce', ['get', 'due'], 0]
  return ['all', ['>', due, 0], ['<=', due, minute]]
}

/** The ring around what is overdue, with a breath of its colour inside, so that the eye lands there first. */
export function overdueLayer(
  place: Pick<CircleLayerSpecification, 'id' | 'source'> & { 'source-layer'?: string },
  palette: MapPalette,
  minute: number,
  radius: ExpressionSpecification,
  shown: { visibility: 'visible' | 'none'; opacity: ExpressionSpecification },
): CircleLayerSpecification {
  const opacity: ExpressionSpecification = ['case', ['<=', GROUP, LAST_RUNNING_GROUP], shown.opacity, 0]
  return {
    ...place,
    type: 'circle',
    filter: isOverdueAt(minute) as FilterSpecification,
    layout: { visibility: shown.visibility },
    paint: {
      'circle-radius': radius,
      'circle-color': palette.overdue,
      'circle-opacity': ['*', opacity, 0.22],
      'circle-stroke-width': WIDTH,
      'circle-stroke-color': palette.overdue,
      'circle-stroke-opacity': opacity,
    },
  }
}
