import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WireResponse } from '../worker/protocol.ts'
import { Unavailable, type Supervisor } from '../worker/supervisor.ts'
import { clientAddress } from './client-address.ts'
import { BodyTooLarge, readBody } from './read-body.ts'
import { ANY_ORIGIN, sendJson, sendUnavailable } from './respond.ts'
import { SignInLimiter } from './sign-in-limiter.ts'

/** Largest body of a request to REST, Auth or Storage, in bytes. */
export const BODY_LIMIT = 30 * 1024 * 1024

/** Headers that belong to one connection and not to the request that travels on. */
const HOP_BY_HOP = /^(connection|content-length|expect|keep-alive|te|trailer|transfer-encoding|upgrade)$/i

export interface ApiOptions {
  supervisor: Supervisor
  /** After this the client is told that there is no answer; the statement itself has its own limit. */
  answerLimitMs: number
  /** Whether a proxy on this machine says who asks. */
  behindProxy: boolean
  log: (line: string) => void
}

/** Whether a path belongs to REST, Auth or Storage. */
export const isApiPath = (path: string) => /^\/(rest|auth|storage)\/v1(\/|$)/.test(path)

/** Sends requests for REST, Auth and Storage to the database's thread and its answers back. */
export class Api {
  private readonly limiter = new SignInLimiter()

  constructor(private readonly options: ApiOptions) {}

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    // no auth route needs an escape: one written with escapes would slip past the limiter, lite decodes it
    if (url.pathname.startsWith('/auth/') && /%|\/\//.test(url.pathname)) {
      return sendJson(response, 404, { code: 404, error_code: 'not_found', msg: 'Not found' }, ANY_ORIGIN)
    }
    try {
      const body = await readBody(request, BODY_LIMIT)
      const isSignIn = request.method === 'POST' && url.pathname === '/auth/v1/token' && !isRefresh(url)
      const answer = isSignIn ? this.signIn(request, url, body) : this.forward(request, url, body)
      send(response, await withinLimit(answer, this.options.answerLimitMs))
    } catch (error) {
      this.sendFailure(request, response, error)
    }
  }

  private async signIn(request: IncomingMessage, url: URL, body: Buffer): Promise<WireResponse> {
    const attempt = await this.limiter.begin(accountIn(body), this.addressOf(request))
    if ('retryAfterMs' in attempt) return tooMany(attempt.retryAfterMs)
    try {
      const answer = await this.forward(request, url, body)
      if (answer.status < 300) attempt.succeed()
      else if (answer.status < 500) attempt.fail()
      return answer
    } finally {
      attempt.abandon()
    }
  }

  private forward(request: IncomingMessage, url: URL, body: Buffer): Promise<WireResponse> {
    const method = request.method ?? 'GET'
    return this.options.supervisor.call('fetch', {
      method,
      path: url.pathname + url.search,
      headers: headersOf(request),
      body: method === 'GET' || method === 'HEAD' ? null : toArrayBuffer(body),
      peerAddress: this.addressOf(request) || null,
    })
  }

  private addressOf(request: IncomingMessage): string {
    return clientAddress(request, this.options.behindProxy)
  }

  private sendFailure(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    if (response.destroyed) return
    if (error instanceof BodyTooLarge) {
      const message = `The request is larger than ${BODY_LIMIT / 1024 / 1024} MB`
      return sendJson(response, 413, { code: 'too_large', message }, ANY_ORIGIN)
    }
    if (error instanceof Unavailable) return sendUnavailable(response, error.message)
    if (error instanceof AnswerTooLate)
      return sendJson(response, 504, { code: 'timeout', message: error.message }, ANY_ORIGIN)
    this.options.log(`${request.method} ${request.url?.split('?')[0]}: ${(error as Error).stack ?? error}`)
    sendJson(response, 500, { code: 'internal', message: 'Internal server error' }, ANY_ORIGIN)
  }
}

class AnswerTooLate extends Error {
  override name = 'AnswerTooLate'
}

async function withinLimit<T>(answer: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AnswerTooLate('The database took too long to answer')), limitMs)
  })
  try {
    return await Promise.race([answer, limit])
  } finally {
    clearTimeout(timer)
  }
}

/** Whoever refreshes a session guesses nothing; everything else that asks for a token may. */
function isRefresh(url: URL): boolean {
  const types = url.searchParams.getAll('grant_type')
  return types.length === 1 && types[0] === 'refresh_token'
}

function accountIn(body: Buffer): string {
  try {
    const { email, phone } = JSON.parse(body.toString('utf8')) as { email?: unknown; phone?: unknown }
    return String(email ?? phone ?? '')
  } catch {
    return '' // lite will refuse it; it counts for the address
  }
}

function tooMany(retryAfterMs: number): WireResponse {
  const body = { code: 429, error_code: 'over_request_rate_limit', msg: 'Request rate limit reached' }
  return {
    status: 429,
    headers: [
      ['content-type', 'application/json'],
      ['retry-after', String(Math.ceil(retryAfterMs / 1000))],
      ...Object.entries(ANY_ORIGIN),
    ],
    body: toArrayBuffer(Buffer.from(JSON.stringify(body))),
  }
}

function headersOf({ rawHeaders }: IncomingMessage): [string, string][] {
  const headers: [string, string][] = []
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const [name = '', value = ''] = rawHeaders.slice(i, i + 2)
    if (!HOP_BY_HOP.test(name)) headers.push([name, value])
  }
  return headers
}

/** A copy that can be handed to another thread: a Buffer may share its memory with others. */
function toArrayBuffer(buffer: Buffer): ArrayBuffer {
  return new Uint8Array(buffer).buffer
}

function send(response: ServerResponse, { status, headers, body }: WireResponse): void {
  response.writeHead(status, headers.flat())
  response.end(Buffer.from(body))
}
