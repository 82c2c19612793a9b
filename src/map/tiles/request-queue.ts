/** Runs at most so many jobs at once. */
export interface RequestQueue {
  /** Rejects with the signal's reason without starting the job when the signal fires while it waits. */
  run<T>(job: () => Promise<T>, signal: AbortSignal): Promise<T>
}

/** The newest request goes first: after a pan, what is on the screen now matters more than what was. */
export function createRequestQueue(limit: number): RequestQueue {
  const waiting: { start: () => void; signal: AbortSignal }[] = []
  let running = 0

  function next() {
    if (running >= limit) return
    const job = waiting.pop()
    if (!job) return
    if (!job.signal.aborted) job.start()
    next()
  }

  return {
    run(job, signal) {
      return new Promise((resolve, reject) => {
        const refuse = () => reject(signal.reason)
        if (signal.aborted) return refuse()
        signal.addEventListener('abort', refuse, { once: true })
        waiting.push({
          signal,
          start() {
            running += 1
            job()
              .then(resolve, reject)
              .finally(() => {
                signal.removeEventListener('abort', refuse)
                running -= 1
                next()
              })
          },
        })
        next()
      })
    },
  }
}
