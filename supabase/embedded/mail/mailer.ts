import { createTransport } from 'nodemailer'
import type { Mail } from './compose-digest.ts'
import type { MailOptions } from './mail-options.ts'

/** Sends one mail. Rejects with what the server said, on one line and without the password. */
export type SendMail = (to: string, mail: Mail) => Promise<void>

/** The mail server cannot be reached or refuses the login: the next mail would fail in the same way. */
export class MailServerDown extends Error {
  override name = 'MailServerDown'
}

/** A server that is slower than this is down. */
const PATIENCE_MS = 10_000

/** What concerns one mail alone: its addresses, or what stands in it. */
const OF_ONE_MAIL = ['EENVELOPE', 'EMESSAGE']

/** Sends through the configured server, one connection a mail. */
export function mailerOf({ host, port, isSecure, login, from }: MailOptions): SendMail {
  const transport = createTransport({
    host,
    port,
    secure: isSecure,
    ...(login && { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: 2 * PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (to, mail) => {
    try {
      // An address as an object is one address, whatever it looks like.
      const headers = { 'Auto-Submitted': 'auto-generated' }
      await transport.sendMail({ from, to: { name: '', address: to }, ...mail, headers })
    } catch (error) {
      const { message, code } = error as Error & { code?: string }
      const said = withoutPassword(message, login?.password).replace(/\s+/g, ' ')
      throw OF_ONE_MAIL.includes(code ?? '') ? new Error(said) : new MailServerDown(said)
    }
  }
}

/** A server may repeat what it was sent, which is the password in one of these forms. */
function withoutPassword(said: string, password = ''): string {
  if (!password) return said
  return [password, Buffer.from(password).toString('base64')].reduce((text, form) => text.replaceAll(form, '***'), said)
}
