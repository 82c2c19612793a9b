import type { Refusal } from '../domain/refusal.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { Outage } from './errors.ts'
import { EVIDENCE } from './photo-path.ts'
import { storageRequest } from './storage-request.ts'

/** Without a byte going through for this long a line is dead. */
const STALLED_AFTER_MS = 60_000

/**
 * Puts a JPEG into the bucket; one that is there already under this name is this one, because names are random. By XMLHttpRequest: `fetch`
 * does not say how far an upload is. Refuses not_allowed, photo_too_large, photo_not_a_picture; throws an `Outage`, or AbortError.
 */
export async function uploadFile(
  client: DataClient,
  path: string,
  file: Blob,
  signal: AbortSignal,
  onProgress: (sentBytes: number) => void,
): Promise<Result<null, Refusal>> {
  const { url, headers } = await storageRequest(client, `/object/${EVIDENCE}/${path}`)
  signal.throwIfAborted()
  const { status, body } = await send(url, { ...headers, 'content-type': 'image/jpeg' }, file, signal, onProgress)
  return outcomeOf(status, body)
}

interface Answer {
  status: number
  body: string
}

function send(
  url: string,
  headers: Record<string, string>,
  file: Blob,
  signal: AbortSignal,
  onProgress: (sentBytes: number) => void,
): Promise<Answer> {
  const request = new XMLHttpRequest()
  const abort = () => request.abort()
  return new Promise<Answer>((resolve, reject) => {
    let stalled = setTimeout(abort, STALLED_AFTER_MS)
    request.open('POST', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.setRequestHeader('cache-control', 'max-age=31536000')
    request.upload.addEventListener('progress', ({ loaded }) => {
      clearTimeout(stalled)
      stalled = setTimeout(abort, STALLED_AFTER_MS)
      onProgress(loaded)
    })
    request.addEventListener('load', () => resolve({ status: request.status, body: request.responseText }))
    request.addEventListener('error', () => reject(new Outage('unreachable')))
    request.addEventListener('abort', () => reject(signal.aborted ? (signal.reason as Error) : new Outage('timeout')))
    request.addEventListener('loadend', () => clearTimeout(stalled))
    signal.addEventListener('abort', abort)
    request.send(file)
  }).finally(() => signal.removeEventListener('abort', abort))
}

/** Supabase answers many errors of the storage with 400 and puts the status into the body. */
function outcomeOf(answered: number, body: string): Result<null, Refusal> {
  if (answered < 300) return ok(null)
  const status = Number(/"statusCode"\s*:\s*"?(\d{3})/.exec(body)?.[1] ?? answered)
  if (status === 409) return ok(null)
  if (status === 413) return refused({ code: 'photo_too_large' })
  if (status === 415) return refused({ code: 'photo_not_a_picture' })
  if (status === 403) return refused({ code: 'not_allowed' })
  if (status === 401) throw new Outage('signed_out')
  if (status === 408 || status === 504) throw new Outage('timeout')
  if (status === 429 || status >= 500) throw new Outage('server')
  throw new Error(`${status}: ${body}`)
}
