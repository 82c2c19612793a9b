import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import { Unavailable, type Supervisor } from '../worker/supervisor.ts'
import { FailureCounter } from './failure-counter.ts'
import { clientAddress } from './client-address.ts'
import { BodyTooLarge, readBody } from './read-body.ts'
import { sendJson, sendUnavailable } from './respond.ts'

const request = v.object({
  token: v.string(),
  email: v.pipe(v.string(), v.trim(), v.email()),
  password: v.pipe(v.string(), v.minLength(10), v.maxBytes(72)),
  displayName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  townshipName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
})

/** Whether a path belongs to the setting up of an empty instance. */
export const isSetupPath = (path: string) => path.startsWith('/setup/v1/')

/**
 * `GET /setup/v1/status` → `{needsAdmin}`; `POST /setup/v1/first-admin {token, email, password, displayName, townshipName}` → 201, or
 * 403 `wrong_token` (10 of them in 15 minutes from one address, then 429), 422 `<field>_invalid`.
 */
export class Setup {
  private readonly wrongTokens = new FailureCounter({ limit: 10, windowMs: 15 * 60_000, forgives: true })

  /**
   * @param isOpen false for a demo, which has its accounts
   * @param behindProxy whether a proxy on this machine says who asks
   */
  constructor(
    private readonly supervisor: Supervisor,
    private readonly isOpen: boolean,
    private readonly behindProxy: boolean,
  ) {}

  async handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    try {
      if (request.method === 'GET' && path === '/setup/v1/status') {
        sendJson(response, 200, { needsAdmin: this.isOpen && (await this.supervisor.call('needsAdmin')) })
      } else if (request.method === 'POST' && path === '/setup/v1/first-admin') {
        await this.createFirstAdmin(request, response)
      } else {
        sendJson(response, 404, { code: 'not_found' })
      }
    } catch (error) {
      if (error instanceof Unavailable) sendUnavailable(response, error.message)
      else if (error instanceof BodyTooLarge) sendJson(response, 413, { code: 'too_large' })
      else throw error
    }
  }

  private async createFirstAdmin(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const wanted = v.safeParse(request, parsed(await readBody(incoming, 10_000)))
    if (!wanted.success) {
      const field = v.getDotPath(wanted.issues[0]) ?? 'body'
      return sendJson(response, 422, { code: `${field}_invalid` })
    }
    const attempt = await this.wrongTokens.begin(clientAddress(incoming, this.behindProxy))
    if ('retryAfterMs' in attempt) {
      const seconds = String(Math.ceil(attempt.retryAfterMs / 1000))
      return sendJson(response, 429, { code: 'too_many_attempts' }, { 'retry-after': seconds })
    }
    try {
      const { token, ...admin } = wanted.output
      const outcome = this.isOpen ? await this.supervisor.call('createFirstAdmin', token, admin) : 'wrong_token'
      if (outcome === 'created') {
        attempt.succeed()
        return sendJson(response, 201, { created: true })
      }
      attempt.fail()
      sendJson(response, 403, { code: 'wrong_token' })
    } finally {
      attempt.abandon()
    }
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null // refused by the schema
  }
}
