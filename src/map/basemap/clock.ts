/** Time, so that a test can be its master. */
export interface Clock {
  /** Milliseconds; only differences mean anything. */
  now(): number
  /** Runs something later; the result takes it back. */
  after(ms: number, run: () => void): () => void
}

/** The time of the browser. */
export const browserClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
