import type { Supervisor } from '../worker/supervisor.ts'
import { DailyDigest } from './daily-digest.ts'
import type { MailOptions } from './mail-options.ts'
import { mailerOf } from './mailer.ts'

/**
 * Starts the daily mail over a database that is ready. This file and what it loads is for servers that send mail alone.
 *
 * @param ownUrl is linked to where no other address is configured
 */
export function startDigest(
  supervisor: Supervisor,
  mail: MailOptions,
  { ownUrl, now, log }: { ownUrl: string; now: () => Date; log: (line: string) => void },
): DailyDigest {
  const digest = new DailyDigest({
    database: {
      due: (instant, at) => supervisor.call('digestsDue', instant, at),
      begin: (recipient) => supervisor.call('beginDigest', recipient),
      notices: (recipient) => supervisor.call('noticesOf', recipient),
      end: (recipient, outcome) => supervisor.call('endDigest', recipient, outcome),
    },
    send: mailerOf(mail),
    at: mail.at,
    url: mail.publicUrl ?? ownUrl,
    now,
    log,
  })
  digest.start()
  return digest
}
