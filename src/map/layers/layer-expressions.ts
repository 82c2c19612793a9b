import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import { layerState, LAYER_KEYS, type LayerKey, type LayerView } from '../../domain/layer-view.ts'

/** The property of a feature that its layer goes by, for each group of layers. */
const PROPERTY = { area: 'level', place: 'kind' } as const

type Group = keyof typeof PROPERTY

const keysOf = (group: Group) => LAYER_KEYS.filter((key) => key.startsWith(`${group}.`))
const valueOf = (key: LayerKey) => key.slice(key.indexOf('.') + 1)

/** Lets through the features of a group whose layer is shown, and of these what `also` lets through. */
export function shownFilter(view: LayerView, group: Group, also?: FilterSpecification): FilterSpecification {
  const hidden = keysOf(group).filter((key) => !layerState(view, key).visible)
  const isShown = ['!', ['in', ['get', PROPERTY[group]], ['literal', hidden.map(valueOf)]]]
  return (also ? ['all', isShown, also] : isShown) as FilterSpecification
}

/** How opaque a feature of a group is by its layer, from 0 to 1. */
export function layerOpacity(view: LayerView, group: Group): ExpressionSpecification {
  const faded = keysOf(group).filter((key) => layerState(view, key).opacity < 1)
  if (faded.length === 0) return ['literal', 1]
  const cases = faded.flatMap((key) => [valueOf(key), layerState(view, key).opacity])
  return ['match', ['get', PROPERTY[group]], ...cases, 1] as unknown as ExpressionSpecification
}
