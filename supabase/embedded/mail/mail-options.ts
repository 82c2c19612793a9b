import { StartError } from '../start-error.ts'

/** How the daily mail is sent. */
export interface MailOptions {
  host: string
  port: number
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  isSecure: boolean
  /** Null for a server that asks for none. */
  login: { user: string; password: string } | null
  from: string
  /** By the clock of each root, `08:00`. */
  at: string
  /** Where people open the product, without a slash at the end; null for the server's own address. */
  publicUrl: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads SMTP_URL, MAIL_FROM, MAIL_AT and PUBLIC_URL. Null when there is no SMTP_URL: then no mail is sent.
 *
 * @throws {StartError} with a sentence that names the variable and never repeats SMTP_URL, which holds a password
 */
export function readMailOptions(env: Environment): MailOptions | null {
  const smtpUrl = env.SMTP_URL?.trim()
  if (!smtpUrl) return null
  return {
    ...readServer(smtpUrl),
    from: readFrom(env.MAIL_FROM?.trim() ?? ''),
    at: readTime(env.MAIL_AT?.trim() || '08:00'),
    publicUrl: readPublicUrl(env.PUBLIC_URL?.trim() || null),
  }
}

function readServer(given: string): Pick<MailOptions, 'host' | 'port' | 'isSecure' | 'login'> {
  const url = URL.canParse(given) ? new URL(given) : null
  const isSecure = url?.protocol === 'smtps:'
  if (
    !url ||
    !(isSecure || url.protocol === 'smtp:') ||
    !url.hostname ||
    /[^/]/.test(url.pathname + url.search + url.hash)
  )
    throw wrongServer()
  try {
    const user = decodeURIComponent(url.username)
    const password = decodeURIComponent(url.password)
    if (Boolean(user) !== Boolean(password)) throw wrongServer()
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (isSecure ? 465 : 587),
      isSecure,
      login: user ? { user, password } : null,
    }
  } catch (error) {
    throw error instanceof URIError ? wrongServer() : error
  }
}

function wrongServer(): StartError {
  return new StartError(
    'SMTP_URL 应写成 smtp://用户:密码@主机:端口 或 smtps://…;用户和密码中的 @ : / % 等字符要写成 %40 这样的编码。',
    'SMTP_URL has to read smtp://user:password@host:port or smtps://…; characters such as @ : / % in user and password are written like %40.',
  )
}

function readFrom(given: string): string {
  if (/^([^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(given)) return given
  throw new StartError(
    'MAIL_FROM 应写成一个发件地址,例如 环境整治一张图 <map@town.example>。',
    'MAIL_FROM has to be the address that the mail comes from, such as Map <map@town.example>.',
  )
}

function readTime(given: string): string {
  const [, hours, minutes] = /^(\d|[01]\d|2[0-3])[:：]([0-5]\d)$/.exec(given) ?? []
  if (hours && minutes) return `${hours.padStart(2, '0')}:${minutes}`
  throw new StartError('MAIL_AT 应写成时刻,例如 08:00。', 'MAIL_AT has to be a time of day, such as 08:00.')
}

function readPublicUrl(given: string | null): string | null {
  if (given === null) return null
  const url = URL.canParse(given) ? new URL(given) : null
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username && !url.password)
    return url.href.replace(/\/+$/, '')
  throw new StartError(
    'PUBLIC_URL 应写成大家打开本系统的网址,例如 https://map.town.example。',
    'PUBLIC_URL has to be the address at which people open the product, such as https://map.town.example.',
  )
}
