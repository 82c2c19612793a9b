import type { Map as MapLibreMap } from 'maplibre-gl'

/** What is ours has to be there; a basemap that does not come is left out after so long. */
const BASEMAP_PATIENCE_MS = 12_000
const PATIENCE_MS = 120_000
const OWN_SOURCES = ['hotspots', 'areas', 'places']

/**
 * The picture of a map once everything of ours is drawn, at the map's own pixel ratio.
 *
 * @param isBasemapComing whether it is still being asked whether there is a basemap
 * @throws Error when our own tiles do not come within two minutes; the signal's reason when it is aborted
 */
export async function snapshot(
  map: MapLibreMap,
  isBasemapComing: () => boolean,
  signal: AbortSignal,
): Promise<ImageBitmap> {
  await drawn(map, isBasemapComing, signal)
  return new Promise((resolve, reject) => {
    // The canvas holds its picture only while it is being drawn.
    map.once('render', () => createImageBitmap(map.getCanvas()).then(resolve, reject))
    map.triggerRepaint()
  })
}

function drawn(map: MapLibreMap, isBasemapComing: () => boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    let oursSince: number | null = null
    const end = (finish: () => void) => {
      clearInterval(timer)
      map.off('idle', look)
      signal.removeEventListener('abort', abort)
      finish()
    }
    const abort = () => end(() => reject(signal.reason as Error))
    const look = () => {
      const now = performance.now()
      const isOurs = OWN_SOURCES.every((id) => map.isSourceLoaded(id))
      if (!isOurs) oursSince = null
      else oursSince ??= now
      if (map.loaded() && !map.isMoving() && !isBasemapComing()) end(resolve)
      else if (oursSince !== null && now - oursSince > BASEMAP_PATIENCE_MS) end(resolve)
      else if (now - began > PATIENCE_MS) end(() => reject(new Error('the map was not drawn in time')))
    }
    const timer = setInterval(look, 250)
    map.on('idle', look)
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
  })
}
