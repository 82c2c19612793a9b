import type { DatabaseMessage } from '../worker/protocol.ts'
import type { Supervisor } from '../worker/supervisor.ts'
import type { Hub } from './hub.ts'

/** What was delivered in this time is remembered, and after a failure of the database looked up again for what was missed. */
const LOOK_BACK_MS = 10 * 60_000
const MOST_REMEMBERED = 20_000

/** Hands the database's broadcasts to the hub, in the order they were sent, from `start` on. */
export class DatabaseFeed {
  private readonly delivered = new Map<string, number>()
  private queue: Promise<void> = Promise.resolve()
  private readonly startedAt = Date.now()

  constructor(
    private readonly supervisor: Supervisor,
    private readonly hub: Hub,
    private readonly log: (line: string) => void,
  ) {}

  start(): void {
    this.supervisor.onNotify((payload) => this.inTurn(() => this.take(payload)))
    this.supervisor.onReopened(() => this.inTurn(() => this.catchUp()))
  }

  private inTurn(work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch((error: unknown) => this.log(`A broadcast was lost: ${String(error)}`))
  }

  /** A large message comes as its id alone. */
  private async take(payload: string): Promise<void> {
    const notified = JSON.parse(payload) as DatabaseMessage | { id: string }
    const message = 'topic' in notified ? notified : await this.supervisor.call('messageById', notified.id)
    if (message) this.deliver(message)
  }

  /** A write may have been kept while its notification died with the thread. */
  private async catchUp(): Promise<void> {
    const since = Math.max(this.startedAt, Date.now() - LOOK_BACK_MS)
    for (const message of await this.supervisor.call('messagesSince', since)) this.deliver(message)
  }

  private deliver({ id, topic, private: isPrivate, event, payload }: DatabaseMessage): void {
    if (this.delivered.has(id)) return
    this.remember(id)
    this.hub.broadcast({ id, topic, isPrivate, event, payload })
  }

  private remember(id: string): void {
    this.delivered.set(id, Date.now())
    for (const [known, at] of this.delivered) {
      if (this.delivered.size <= MOST_REMEMBERED && at > Date.now() - LOOK_BACK_MS) break
      this.delivered.delete(known)
    }
  }
}
