import { jwtVerify, SignJWT } from 'jose'
import type { Shim } from './shim.ts'
import { withBody } from './responses.ts'

interface User {
  app_metadata?: object
  user_metadata?: object
}
interface Session {
  access_token?: string
  user?: User
}

/** Puts into a fresh access token the claims that Supabase's has and lite's has not. */
export const addMetadataClaims: Shim = async (request, path, { lite, keys }) => {
  if (request.method !== 'POST' || !/^\/auth\/v1\/(token|signup|verify)$/.test(path)) return null
  const response = await lite(request)
  if (!response.ok || !response.headers.get('content-type')?.includes('json')) return response
  const session = (await response.json()) as Session
  if (!session.access_token) return withBody(response, session)
  return withBody(response, {
    ...session,
    access_token: await resigned(session.access_token, session.user, keys.jwtSecret),
  })
}

async function resigned(token: string, user: User | undefined, jwtSecret: string): Promise<string> {
  const key = new TextEncoder().encode(jwtSecret)
  const { payload } = await jwtVerify(token, key)
  const claims = {
    ...payload,
    app_metadata: user?.app_metadata ?? {},
    user_metadata: user?.user_metadata ?? {},
    aal: 'aal1',
    amr: [{ method: 'password', timestamp: payload.iat }],
    is_anonymous: false,
  }
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(key)
}
