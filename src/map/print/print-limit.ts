import type { Map as MapLibreMap } from 'maplibre-gl'
import { PrintFailure } from './print-failure.ts'

const TICK_MS = 250

/** The end that a picture of a map comes to at the latest. */
export interface PrintLimit {
  /** Aborted with the reason when the picture will not come any more. */
  signal: AbortSignal
  /** What the work gives, unless the limit is reached first. */
  within<T>(work: Promise<T>): Promise<T>
  /** Forgets the limit. */
  end(): void
}

/**
 * Sees to it that nobody waits for a picture of a map for ever: it rejects with a `PrintFailure` when the map loses its WebGL context or so many
 * milliseconds have passed, and with the reason of `wanted` when that is aborted. Time in which the page is hidden does not count: browsers draw
 * nothing then.
 */
export function createPrintLimit(
  map: Pick<MapLibreMap, 'on' | 'off'>,
  patienceMs: number,
  wanted: AbortSignal,
  page: Pick<Document, 'hidden'> = document,
): PrintLimit {
  const limit = new AbortController()
  const unwanted = () => limit.abort(wanted.reason)
  const lost = () => limit.abort(new PrintFailure('lost'))
  let left = patienceMs
  let last = performance.now()
  const clock = setInterval(() => {
    const now = performance.now()
    if (!page.hidden) left -= now - last
    last = now
    if (left <= 0) limit.abort(new PrintFailure('slow'))
  }, TICK_MS)

  wanted.addEventListener('abort', unwanted)
  map.on('webglcontextlost', lost)
  if (wanted.aborted) unwanted()

  const reached = new Promise<never>((_resolve, reject) => {
    const refuse = () => reject(limit.signal.reason as Error)
    limit.signal.addEventListener('abort', refuse)
    if (limit.signal.aborted) refuse()
  })
  // Whoever waits hears of it; when nobody does, nothing is wrong.
  reached.catch(() => {})

  return {
    signal: limit.signal,
    within: (work) => Promise.race([work, reached]),
    end() {
      clearInterval(clock)
      wanted.removeEventListener('abort', unwanted)
      map.off('webglcontextlost', lost)
    },
  }
}
