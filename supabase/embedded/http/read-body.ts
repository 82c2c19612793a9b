import type { IncomingMessage } from 'node:http'

/** The body is larger than the server takes. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge'
}

/**
 * Reads a request's body.
 *
 * @param limit bytes
 * @throws {BodyTooLarge} as soon as it is known. The rest is read and dropped, so that the client gets to see the answer; how long that may
 *   take is bounded by the server's request timeout
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const refuse = () => {
      chunks.length = 0
      reject(new BodyTooLarge())
    }
    if (Number(request.headers['content-length'] ?? 0) > limit) refuse()
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) refuse()
      else chunks.push(chunk)
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', reject)
    request.once('close', () => reject(new Error('the client went away'))) // after an end this changes nothing
  })
}
