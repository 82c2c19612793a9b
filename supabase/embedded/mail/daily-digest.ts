import { composeDigest } from './compose-digest.ts'
import { MailServerDown, type SendMail } from './mailer.ts'
import { nextTick } from './next-tick.ts'
import type { NoticeGroup, Outcome, Recipient } from './notices.ts'

/** What the digest asks of the database, each in a transaction of its own. */
export interface DigestDatabase {
  due: (now: string, at: string) => Promise<Recipient[]>
  begin: (recipient: Recipient) => Promise<boolean>
  notices: (recipient: Recipient) => Promise<NoticeGroup[]>
  end: (recipient: Recipient, outcome: Outcome) => Promise<void>
}

export interface DailyDigestOptions {
  database: DigestDatabase
  send: SendMail
  /** Time of day by the clock of each root, `08:00`. */
  at: string
  /** Where people open the product, without a slash at the end. */
  url: string
  now: () => Date
  log: (line: string) => void
}

/** How long a stop waits for the mail that is under way. */
const GRACE_MS = 3000

/** Sends each person the mail of the day. Whatever fails is logged and tried again at a later tick; nothing of it reaches the server. */
export class DailyDigest {
  private timer: NodeJS.Timeout | null = null
  private running: Promise<void> | null = null
  private isStopped = false

  constructor(private readonly options: DailyDigestOptions) {}

  /** Looks at once, for the server may have been off at the time, and from then on every ten minutes. */
  start(): void {
    void this.tick().then(() => this.schedule())
  }

  /** Sends what is due, one after the other. Never rejects; while it runs, a second call waits for the first. */
  tick(): Promise<void> {
    this.running ??= this.sendDue()
      .catch((error: unknown) => this.options.log(`The mail digest could not be sent: ${oneLine(error)}`))
      .finally(() => (this.running = null))
    return this.running
  }

  /** Begins no further mail and waits a moment for the one under way. */
  async stop(): Promise<void> {
    this.isStopped = true
    if (this.timer) clearTimeout(this.timer)
    if (!this.running) return
    let grace: NodeJS.Timeout | undefined
    await Promise.race([this.running, new Promise<void>((resolve) => (grace = setTimeout(resolve, GRACE_MS)))])
    clearTimeout(grace)
  }

  private schedule(): void {
    if (this.isStopped) return
    const { now, at } = this.options
    const instant = now()
    this.timer = setTimeout(() => this.start(), nextTick(instant, at).getTime() - instant.getTime()).unref()
  }

  private async sendDue(): Promise<void> {
    const { database, now, at } = this.options
    for (const recipient of await database.due(now().toISOString(), at)) {
      if (this.isStopped) return
      if (!(await database.begin(recipient))) continue
      const result = await this.deliver(recipient)
      await database.end(recipient, result instanceof Error ? 'failed' : result)
      if (!(result instanceof Error)) continue
      const { email, rootName, day } = recipient
      this.options.log(`The mail digest of ${day} (${rootName}) to ${email} failed: ${oneLine(result)}`)
      if (result instanceof MailServerDown) return
    }
  }

  private async deliver(recipient: Recipient): Promise<Exclude<Outcome, 'failed'> | Error> {
    const { database, send, url, now } = this.options
    try {
      const groups = await database.notices(recipient)
      if (groups.length === 0) return 'nothing'
      await send(recipient.email, composeDigest(recipient, groups, url, now()))
      return 'sent'
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
  }
}

const oneLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ')
