/** A JSON answer that a page of any origin may read, like the ones of lite. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'access-control-allow-origin': '*', ...headers } })
}

/** The same answer with another JSON body. */
export function withBody(response: Response, body: unknown): Response {
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return Response.json(body, { status: response.status, headers })
}

/** The same request with another JSON body, perhaps for another path. */
export function withRequestBody(request: Request, body: unknown, url: string | URL = request.url): Request {
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/json')
  return new Request(url, { method: request.method, headers, body: JSON.stringify(body) })
}

/** An error as Supabase's auth server writes it. */
export function authError(status: number, errorCode: string, message: string): Response {
  return json({ code: status, error_code: errorCode, msg: message }, status)
}

/** An error as Supabase's storage writes it: 400, with the status that is meant in the body. */
export function storageError(status: number, error: string, message: string): Response {
  return json({ statusCode: String(status), error, message }, 400)
}
