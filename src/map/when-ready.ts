import type { Map as MapLibreMap } from 'maplibre-gl'

/** Runs a change of sources or layers now, or as soon as the style has been read, in order. */
export function createWhenReady(map: MapLibreMap): (change: () => void) => void {
  let isReady = false
  const waiting: (() => void)[] = []
  map.once('style.load', () => {
    isReady = true
    for (const change of waiting.splice(0)) change()
  })
  return (change) => {
    if (isReady) change()
    else waiting.push(change)
  }
}
