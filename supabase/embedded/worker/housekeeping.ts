import type { Supervisor } from './supervisor.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** What a hosted database does in the background: each minute it tends the tables that changed a lot, each hour it drops old broadcasts. */
export class Housekeeping {
  private timers: NodeJS.Timeout[] = []

  constructor(
    private readonly supervisor: Supervisor,
    private readonly log: (line: string) => void,
  ) {}

  start(): void {
    this.timers = [this.every(MINUTE_MS, 'tendTables'), this.every(HOUR_MS, 'purgeMessages')]
  }

  stop(): void {
    this.timers.forEach(clearInterval)
  }

  private every(intervalMs: number, chore: 'tendTables' | 'purgeMessages'): NodeJS.Timeout {
    return setInterval(() => {
      this.supervisor
        .call(chore)
        .catch((error: unknown) => this.log(`Housekeeping (${chore}) failed: ${String(error)}`))
    }, intervalMs).unref()
  }
}
