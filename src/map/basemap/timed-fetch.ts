import { BasemapFailure } from './failure.ts'

/** How long a host may think before it counts as dead: the first question, and a tile. */
export const PROBE_MS = 3000
export const TILE_MS = 10_000
/** Time is counted in steps, or a page that is busy with its first frame would take its own slowness for the host's. */
const STEP_MS = 250

/**
 * Fetches within a time, the reading of the body included.
 *
 * @param read takes what is wanted out of an answer that is a yes
 * @throws {BasemapFailure} slow, unreachable (5xx and a refused CORS look the same), denied (401, 403) or wrong (any other no)
 * @throws {DOMException} AbortError when the caller gave up
 */
export async function timedFetch<T>(
  url: string,
  { signal, limitMs, headers = {} }: { signal: AbortSignal; limitMs: number; headers?: Record<string, string> },
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const ours = new AbortController()
  const giveUp = () => ours.abort()
  let waitedMs = 0
  const timer = setInterval(() => {
    waitedMs += STEP_MS
    if (waitedMs >= limitMs) giveUp()
  }, STEP_MS)
  signal.addEventListener('abort', giveUp)
  try {
    signal.throwIfAborted()
    const response = await fetch(url, { signal: ours.signal, headers })
    if (!response.ok) throw refusedWith(response.status, url)
    return await read(response)
  } catch (error) {
    giveUp() // nobody reads the rest of the body
    if (error instanceof BasemapFailure) throw error
    if (waitedMs >= limitMs)
      throw new BasemapFailure('slow', `No answer from ${url} in ${limitMs} ms`, { cause: error })
    signal.throwIfAborted()
    throw new BasemapFailure('unreachable', `No answer from ${url}`, { cause: error })
  } finally {
    clearInterval(timer)
    signal.removeEventListener('abort', giveUp)
  }
}

function refusedWith(status: number, url: string): BasemapFailure {
  const message = `${status} from ${url}`
  if (status === 401 || status === 403) return new BasemapFailure('denied', message)
  if (status >= 500 || status === 429) return new BasemapFailure('unreachable', message)
  return new BasemapFailure('wrong', message, { isMissing: status === 404 || status === 410 })
}
