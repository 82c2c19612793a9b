import { jwtVerify } from 'jose'
import { storageError } from './responses.ts'
import type { Shim } from './shim.ts'

/** Shown in the page; everything else is a file to save. */
const SHOWN = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']

/**
 * A stored file as a browser may safely have it: of the type it was stored with and no other, without scripts, and under the page's own origin
 * never as a page. `?download=name` asks for a file to save. An address that was signed and has expired, or was changed, is an error of its own.
 */
export const serveSafely: Shim = async (request, path, { lite, keys }) => {
  if (!path.startsWith('/storage/v1/') || (request.method !== 'GET' && request.method !== 'HEAD')) return null
  const url = new URL(request.url)
  if (path.startsWith('/storage/v1/object/sign/') && !(await isSigned(url.searchParams.get('token'), keys.jwtSecret))) {
    return storageError(400, 'InvalidJWT', 'The signed address has expired or was changed')
  }
  const response = await lite(request)
  const type = response.headers.get('content-type') ?? ''
  if (!response.ok || type.startsWith('application/json')) return response
  const headers = new Headers(response.headers)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('content-security-policy', "default-src 'none'; sandbox")
  headers.set('content-disposition', disposition(type, url.searchParams.get('download')))
  return new Response(response.body, { status: response.status, headers })
}

async function isSigned(token: string | null, secret: string): Promise<boolean> {
  if (!token) return false
  return jwtVerify(token, new TextEncoder().encode(secret), { algorithms: ['HS256'] }).then(
    () => true,
    () => false, // expired, forged or no token at all: one answer for whoever guesses
  )
}

/** RFC 6266; a name of any script, which cannot end the header or begin another. */
function disposition(type: string, download: string | null): string {
  if (download === null) return SHOWN.includes(type) ? 'inline' : 'attachment'
  return download === ''
    ? 'attachment'
    : `attachment; filename*=UTF-8''${encodeURIComponent(download).replace(/['()*]/g, escape)}`
}

const escape = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
