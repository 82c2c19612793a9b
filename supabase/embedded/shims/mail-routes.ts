import { authError } from './responses.ts'
import type { Shim } from './shim.ts'

/**
 * The routes that would send a mail. The embedded backend has no mail server; lite would write the one-time codes to the console, and answer as
 * if they had been sent.
 */
export const refuseMailRoute: Shim = async (request, path) => {
  if (!/^\/auth\/v1\/(otp|magiclink|recover|resend|invite|reauthenticate)$/.test(path)) return null
  if (request.method === 'OPTIONS') return null
  return authError(422, 'email_provider_disabled', 'This server does not send mail')
}
