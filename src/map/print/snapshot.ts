import type { Map as MapLibreMap } from 'maplibre-gl'
import { createPrintLimit } from './print-limit.ts'

/** What is ours has to be there; a basemap that does not come is left out after so long. */
const BASEMAP_PATIENCE_MS = 12_000
const PATIENCE_MS = 120_000
const LOOK_EVERY_MS = 250
const OWN_SOURCES = ['hotspots', 'areas', 'places']

interface SnapshotParts {
  /** Of the picture, where it is not the map's own. */
  pixelRatio: number | undefined
  /** Calls back as soon as the map's style has been read. */
  whenReady: (change: () => void) => void
  /** Whether it is still being asked whether there is a basemap. */
  isBasemapComing: () => boolean
}

/**
 * The picture of a map once everything of ours is drawn.
 *
 * @throws PrintFailure `slow` after two minutes in sight, `lost` with the WebGL context; the signal's reason when it is aborted
 */
export async function snapshot(
  map: MapLibreMap,
  { pixelRatio, whenReady, isBasemapComing }: SnapshotParts,
  signal: AbortSignal,
): Promise<ImageBitmap> {
  const limit = createPrintLimit(map, PATIENCE_MS, signal)
  try {
    await limit.within(new Promise<void>((resolve) => whenReady(resolve)))
    await limit.within(drawn(map, isBasemapComing, limit.signal))
    // A map that waits for its basemap does not come to rest.
    const whole = map.loaded() ? 'idle' : 'render'
    if (pixelRatio !== undefined) map.setPixelRatio(pixelRatio)
    return await limit.within(photograph(map, whole, limit.signal))
  } finally {
    limit.end()
  }
}

/** Resolves when everything that is coming has been drawn; never, and without watching on, after the signal. */
function drawn(map: MapLibreMap, isBasemapComing: () => boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let oursSince: number | null = null
    const look = () => {
      const now = performance.now()
      if (!OWN_SOURCES.every((id) => map.isSourceLoaded(id))) oursSince = null
      else oursSince ??= now
      const isAll = map.loaded() && !map.isMoving() && !isBasemapComing()
      if (isAll || (oursSince !== null && now - oursSince > BASEMAP_PATIENCE_MS)) {
        stop()
        resolve()
      }
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    const stop = () => {
      clearInterval(timer)
      map.off('idle', look)
      signal.removeEventListener('abort', stop)
    }
    map.on('idle', look)
    signal.addEventListener('abort', stop)
  })
}

async function photograph(map: MapLibreMap, whole: 'idle' | 'render', signal: AbortSignal): Promise<ImageBitmap> {
  const picture = await new Promise<ImageBitmap>((resolve, reject) => {
    // The canvas holds its picture only while it is being drawn.
    map.once(whole, () => createImageBitmap(map.getCanvas()).then(resolve, reject))
    map.triggerRepaint()
  })
  // Too late for whoever wanted it: 60 MB go back at once.
  if (signal.aborted) picture.close()
  return picture
}
