import type { ServerResponse } from 'node:http'

/** Answers with JSON. Never cached: what these answers say changes. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(text)
}

/** A page of another origin may read these answers, as it may read those of a Supabase project. */
export const ANY_ORIGIN = { 'access-control-allow-origin': '*' }

/** Answers that the database cannot be asked now. */
export function sendUnavailable(response: ServerResponse, message: string): void {
  sendJson(response, 503, { code: 'unavailable', message }, { ...ANY_ORIGIN, 'retry-after': '2' })
}
