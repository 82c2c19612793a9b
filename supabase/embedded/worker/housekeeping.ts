import type { Supervisor } from './supervisor.ts'

const HOUR_MS = 3_600_000

/** What a hosted database does in the background, by the hour: drops old broadcasts, then refreshes statistics if nobody is waiting. */
export class Housekeeping {
  private timer: NodeJS.Timeout | null = null

  constructor(
    private readonly supervisor: Supervisor,
    private readonly log: (line: string) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.run(), HOUR_MS)
    this.timer.unref()
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer)
  }

  private async run(): Promise<void> {
    try {
      await this.supervisor.call('purgeMessages')
      await this.supervisor.call('analyze')
    } catch (error) {
      this.log(`Housekeeping is put off for an hour: ${String(error)}`)
    }
  }
}
