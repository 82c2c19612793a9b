import { errors, jwtVerify } from 'jose'
import { isSameSecret } from '../http/same-secret.ts'
import type { Keys } from '../folder/keys.ts'
import type { Claims } from '../worker/protocol.ts'

/** A token that opens nothing. The message is what Supabase answers. */
export class BadToken extends Error {
  override name = 'BadToken'
}

/**
 * Whose connection this is: the claims of an access token, or of the key it was opened with.
 *
 * @throws {BadToken} when the token is expired or not signed by us
 */
export async function claimsOf(token: string, { jwtSecret, secretKey }: Keys): Promise<Claims> {
  if (token === '' || token.startsWith('sb_')) return { role: isSameSecret(token, secretKey) ? 'service_role' : 'anon' }
  const claims = await verified(token, jwtSecret)
  if (typeof claims.role !== 'string' || typeof claims.exp !== 'number') {
    throw new BadToken('Fields `role` and `exp` are required in JWT')
  }
  return claims as Claims
}

async function verified(token: string, jwtSecret: string) {
  try {
    return (await jwtVerify(token, new TextEncoder().encode(jwtSecret), { algorithms: ['HS256'] })).payload
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new BadToken('InvalidJWTToken: Token has expired')
    throw new BadToken('JwtSignatureError: Failed to validate JWT signature')
  }
}
