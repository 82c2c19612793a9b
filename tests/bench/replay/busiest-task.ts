interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Processor time of the thread in µs. */
  tdur?: number
  args?: { name?: string }
}

/** Processor time, in ms, of the longest task that the main thread of a page ran in a trace of the category `toplevel`. */
export function busiestTaskMs(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const main = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`))
  return traceEvents
    .filter(({ ph, name, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && main.has(`${pid} ${tid}`))
    .reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0)
}
