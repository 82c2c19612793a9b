import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A mail as a server gets it. */
export interface ReceivedMail {
  from: string
  to: string[]
  /** Headers, unfolded and with their words decoded, by lower-case name. */
  headers: Record<string, string>
  /** The parts by content type, decoded. */
  parts: Record<string, string>
}

export interface SmtpSink {
  port: number
  mails: ReceivedMail[]
  /** What was given to sign in, `user:password`. */
  logins: string[]
  /** How many connections there were. */
  connections: () => number
  /** What it answers to a recipient from now on instead of taking it; null takes it. */
  refuse: (answer: string | null) => void
  stop: () => Promise<void>
}

/** A mail server that keeps what it is sent. It knows as much of SMTP (RFC 5321) as a client needs that says EHLO, AUTH PLAIN and DATA. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: ReceivedMail[] = []
  const logins: string[] = []
  const sockets = new Set<Socket>()
  let count = 0
  let refusal: string | null = null
  const server = createServer((socket) => {
    count += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    converse(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  function converse(socket: Socket): void {
    let [received, from, isData] = ['', '', false]
    let to: string[] = []
    const say = (answer: string) => void socket.write(`${answer}\r\n`)
    const answers: Record<string, (given: string) => void> = {
      EHLO: () => say('250-sink\r\n250 AUTH PLAIN'),
      AUTH: (given) => {
        logins.push(
          Buffer.from(given.split(' ')[1] ?? '', 'base64')
            .toString()
            .split('\0')
            .slice(1)
            .join(':'),
        )
        say('235 welcome')
      },
      MAIL: (given) => {
        ;[from, to] = [addressIn(given), []]
        say('250 ok')
      },
      RCPT: (given) => {
        if (refusal === null) to.push(addressIn(given))
        say(refusal ?? '250 ok')
      },
      DATA: () => {
        isData = true
        say('354 go on')
      },
      QUIT: () => socket.end('221 bye\r\n'),
    }
    say('220 sink')
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      received += chunk
      for (let end; (end = received.indexOf(isData ? '\r\n.\r\n' : '\r\n')) >= 0;) {
        const taken = received.slice(0, end)
        received = received.slice(end + (isData ? 5 : 2))
        if (isData) {
          isData = false
          mails.push({ from, to, ...read(taken.replace(/^\.\./gm, '.')) })
          say('250 kept')
        } else (answers[taken.slice(0, 4).toUpperCase()] ?? (() => say('502 unknown')))(taken.slice(5))
      }
    })
  }

  return {
    port: (server.address() as AddressInfo).port,
    mails,
    logins,
    connections: () => count,
    refuse: (answer) => {
      refusal = answer
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const addressIn = (given: string) => /<(.*?)>/.exec(given)?.[1] ?? ''

function read(message: string): Pick<ReceivedMail, 'headers' | 'parts'> {
  const headers = headersOf(message)
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1]
  const parts = message.split(`--${boundary}`).slice(1, -1)
  return {
    headers,
    parts: Object.fromEntries(
      parts.map((part) => [headersOf(part.trimStart())['content-type']?.split(';')[0], bodyOf(part)]),
    ),
  }
}

function headersOf(message: string): Record<string, string> {
  const lines = (message.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  return Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      words(line.slice(line.indexOf(':') + 1).trim()),
    ]),
  )
}

/** Undoes RFC 2047: `=?UTF-8?B?…?= =?UTF-8?Q?…?=`. */
function words(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_all, how: string, coded: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(coded, 'base64').toString() : unquoted(coded.replaceAll('_', ' ')),
    )
}

function bodyOf(part: string): string {
  const [, ...rest] = part.trimStart().split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const how = headersOf(part.trimStart())['content-transfer-encoding']
  if (how === 'base64') return Buffer.from(body, 'base64').toString()
  return how === 'quoted-printable' ? unquoted(body.replace(/=\r\n/g, '')) : body
}

const unquoted = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString()
