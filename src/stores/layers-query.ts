import { changeLayers, LAYER_KEYS, layerState, type LayerKey, type LayerView } from '../domain/layer-view.ts'

/**
 * The layers of a view as a short text: `place-` hides all places, `area.grid40` shows grids at 40 %. A group that is
 * shown alike is named once; usual layers are left out.
 */
export function textOfLayers(view: LayerView): string {
  return [...new Set(LAYER_KEYS.map(groupOf))]
    .flatMap((group) => {
      const keys = LAYER_KEYS.filter((key) => groupOf(key) === group)
      const signs = keys.map((key) => signOf(view, key))
      const isAlike = keys.length > 1 && signs.every((sign) => sign === signs[0])
      return isAlike ? [group + signs[0]!] : keys.map((key, i) => key + signs[i]!)
    })
    .filter((text) => /[-\d]$/.test(text))
    .join(',')
}

/** The layers of such a text; a part that cannot be read is left out, so that an old link still opens. */
export function layersOfText(text: string): LayerView {
  let view: LayerView = {}
  for (const part of text.split(',')) {
    const [, name, hidden, percent] = /^([a-z_.]+?)(-)?(\d{1,3})?$/.exec(part) ?? []
    const keys = LAYER_KEYS.filter((key) => key === name || groupOf(key) === name)
    const opacity = percent === undefined ? 1 : Math.min(100, Math.max(10, Number(percent))) / 100
    if (hidden || percent !== undefined) view = changeLayers(view, keys, { visible: !hidden, opacity })
  }
  return view
}

const groupOf = (key: LayerKey): string => key.split('.')[0]!

function signOf(view: LayerView, key: LayerKey): string {
  const { visible, opacity } = layerState(view, key)
  return (visible ? '' : '-') + (opacity === 1 ? '' : Math.round(opacity * 100))
}
