/** Gives the lock back. Calling it twice is harmless. */
export type Release = () => void

/**
 * A lock that is given in the order it was asked for. PGlite is one session: whoever holds the lock is alone in it, so two transactions can
 * never run into each other.
 */
export class FifoLock {
  private tail: Promise<void> = Promise.resolve()
  private holders = 0

  /** Whether somebody holds or awaits it. */
  get isBusy(): boolean {
    return this.holders > 0
  }

  /** Waits for its turn; the caller must call what it gets when done, also after an error. */
  async acquire(): Promise<Release> {
    this.holders += 1
    const before = this.tail
    let release: Release = () => {}
    this.tail = new Promise((resolve) => {
      let isHeld = true
      release = () => {
        if (!isHeld) return
        isHeld = false
        this.holders -= 1
        resolve()
      }
    })
    await before
    return release
  }

  /** Runs the work while holding the lock and gives its result. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire()
    try {
      return await work()
    } finally {
      release()
    }
  }
}
