const MINUTE_MS = 60_000

/** Whole minutes since 1970, as tiles carry deadlines. */
export function minuteOf(date: Date): number {
  return Math.floor(date.getTime() / MINUTE_MS)
}

/**
 * Calls with the minute as soon as each begins, and when a page that slept comes back; returns what ends it. A timer that came late is no matter: the
 * next is set by the clock again.
 */
export function everyMinute(listener: (minute: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  let last = minuteOf(new Date())

  function tick() {
    const minute = minuteOf(new Date())
    if (minute !== last) listener((last = minute))
    timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS))
  }

  function onVisible() {
    if (document.visibilityState !== 'visible') return
    clearTimeout(timer)
    tick()
  }

  timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS))
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', onVisible)
  }
}
