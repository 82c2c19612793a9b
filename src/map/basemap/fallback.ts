import type { Clock } from './clock.ts'
import { failureReason, type BasemapFailureReason } from './failure.ts'

/** Where a basemap stands; `isBack` after an absence, `isTrying` while the host is being asked again. */
export type BasemapState =
  | { kind: 'none' }
  | { kind: 'probing' }
  | { kind: 'shown'; isBack: boolean }
  | { kind: 'away'; reason: BasemapFailureReason; isTrying: boolean }

/** What a fallback needs of its surroundings; `Found` is what a probe finds and `show` draws. */
export interface FallbackParts<Found> {
  clock: Clock
  /** Asks the host; throws a `BasemapFailure`. */
  probe(signal: AbortSignal): Promise<Found>
  /** Draws what was found; throws a `BasemapFailure` when nothing of it can be drawn. */
  show(found: Found): void
  hide(): void
  onState(state: BasemapState): void
}

/** Draws a basemap only while its host answers, and leaves paper in its place when it does not. */
export interface Fallback {
  /** A tile did not come, or was none. */
  failed(reason: BasemapFailureReason): void
  /** Asks the host now instead of later. */
  retry(): void
  /** The device has lost its network. */
  lose(): void
  stop(): void
}

/** So many failed tiles in so short a time are not bad luck. */
export const FAILURES_BORNE = 4
export const FAILURE_WINDOW_MS = 10_000
const SECOND = 1000
export const RETRIES_AFTER_MS = [30 * SECOND, 60 * SECOND, 120 * SECOND, 300 * SECOND] as const
/** A basemap that stood so long has recovered: the next absence begins with a short wait again. */
export const STEADY_AFTER_MS = 60 * SECOND

/** Starts to probe at once. Everything it waits for is told by `onState`; the page waits for nothing. */
export function createFallback<Found>({ clock, probe, show, hide, onState }: FallbackParts<Found>): Fallback {
  let state: BasemapState = { kind: 'none' }
  let failures: number[] = []
  let attempts = 0
  let shownAt = 0
  let probing: AbortController | null = null
  let forgetRetry = () => {}

  function enter(next: BasemapState) {
    state = next
    onState(next)
  }

  function leave(reason: BasemapFailureReason) {
    if (state.kind === 'shown') {
      hide()
      if (clock.now() - shownAt >= STEADY_AFTER_MS) attempts = 0
    }
    failures = []
    enter({ kind: 'away', reason, isTrying: false })
    const waitMs = RETRIES_AFTER_MS[Math.min(attempts, RETRIES_AFTER_MS.length - 1)] ?? 0
    attempts += 1
    forgetRetry = clock.after(waitMs, attempt)
  }

  function attempt() {
    forgetRetry()
    const mine = new AbortController()
    probing = mine
    const isBack = state.kind === 'away'
    enter(state.kind === 'away' ? { ...state, isTrying: true } : { kind: 'probing' })
    void probe(mine.signal)
      .then((found) => {
        if (probing !== mine) return
        show(found)
        probing = null
        shownAt = clock.now()
        enter({ kind: 'shown', isBack })
      })
      .catch((error: unknown) => {
        if (probing !== mine) return
        probing = null
        leave(failureReason(error))
      })
  }

  attempt()

  return {
    failed(reason) {
      if (state.kind !== 'shown') return
      const now = clock.now()
      failures = [...failures.filter((at) => now - at < FAILURE_WINDOW_MS), now]
      if (failures.length > FAILURES_BORNE) leave(reason)
    },
    retry() {
      if (state.kind === 'away' && !state.isTrying) attempt()
    },
    lose() {
      if (state.kind === 'shown') leave('offline')
    },
    stop() {
      forgetRetry()
      probing?.abort()
      probing = null
      if (state.kind === 'shown') hide()
      state = { kind: 'none' }
    },
  }
}
