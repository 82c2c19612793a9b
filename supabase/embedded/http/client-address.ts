import type { IncomingMessage } from 'node:http'
import { isExposed } from './exposed-host.ts'

/**
 * The address that a request comes from, for counting failures by.
 *
 * @param behindProxy whether a proxy on this machine stands before the server: then what it appended to `X-Forwarded-For` counts. What came
 *   before that, and what any other peer says, may be made up.
 * @returns empty when the connection is already gone
 */
export function clientAddress({ socket, headers }: IncomingMessage, behindProxy: boolean): string {
  const peer = socket.remoteAddress ?? ''
  const isOurProxy = behindProxy && !isExposed(peer.replace(/^::ffff:/, ''))
  if (!isOurProxy) return peer
  const forwarded = String(headers['x-forwarded-for'] ?? '')
  return forwarded.split(',').at(-1)?.trim() || peer
}
