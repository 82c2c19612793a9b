/** Ends an attempt. The first call counts. */
export interface Attempt {
  /** It failed: one more against the limit. */
  fail: () => void
  /** It was right: everything counted so far is forgiven, where the counter forgives. */
  succeed: () => void
  /** Neither right nor wrong (the server could not say). */
  abandon: () => void
}

export interface CounterOptions {
  limit: number
  windowMs: number
  /** Whether a success clears what was counted. */
  forgives: boolean
  now?: () => number
}

interface Entry {
  failedAt: number[]
  underWay: number
  waiting: (() => void)[]
}

/** Keys beyond this push out the oldest: a flood of invented names must not fill the memory. */
const MOST_KEYS = 50_000

/**
 * Counts failures by key within a sliding window. Attempts under way count as failures until they end, so that many at once do not slip
 * through; whoever would be over the limit only because of them waits for their end.
 */
export class FailureCounter {
  private readonly entries = new Map<string, Entry>()
  private readonly now: () => number

  constructor(private readonly options: CounterOptions) {
    this.now = options.now ?? Date.now
  }

  /**
   * Asks for an attempt.
   *
   * @returns the attempt, or in how many ms the next one is free
   */
  async begin(key: string): Promise<Attempt | { retryAfterMs: number }> {
    for (;;) {
      const entry = this.entryOf(key)
      const { limit, windowMs } = this.options
      const first = entry.failedAt[entry.failedAt.length - limit]
      if (first !== undefined) return { retryAfterMs: first + windowMs - this.now() }
      if (entry.failedAt.length + entry.underWay < limit) return this.attempt(key, entry)
      await new Promise<void>((resolve) => entry.waiting.push(resolve))
    }
  }

  private attempt(key: string, entry: Entry): Attempt {
    entry.underWay += 1
    let isOpen = true
    const end = (effect: () => void) => () => {
      if (!isOpen) return
      isOpen = false
      entry.underWay -= 1
      effect()
      for (const resume of entry.waiting.splice(0)) resume()
      if (entry.underWay === 0 && entry.failedAt.length === 0) this.entries.delete(key)
    }
    return {
      fail: end(() => entry.failedAt.push(this.now())),
      succeed: end(() => {
        if (this.options.forgives) entry.failedAt.length = 0
      }),
      abandon: end(() => {}),
    }
  }

  private entryOf(key: string): Entry {
    const found = this.entries.get(key)
    if (found) {
      const from = this.now() - this.options.windowMs
      while (found.failedAt[0] !== undefined && found.failedAt[0] <= from) found.failedAt.shift()
      return found
    }
    const entry: Entry = { failedAt: [], underWay: 0, waiting: [] }
    const oldest = this.entries.keys().next()
    if (this.entries.size >= MOST_KEYS && !oldest.done) this.entries.delete(oldest.value)
    this.entries.set(key, entry)
    return entry
  }
}
