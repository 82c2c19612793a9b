import * as v from 'valibot'
import { isRefusalCode, type Refusal } from '../domain/refusal.ts'
import { ok, refused, type Result } from '../domain/result.ts'

/** What kept an answer from coming; each has its sentence, and each may be tried again. */
export const OUTAGE_REASONS = ['unreachable', 'timeout', 'server', 'signed_out'] as const

export type OutageReason = (typeof OUTAGE_REASONS)[number]

/** The backend did not answer, or could not: thrown by everything in this folder, shown with a retry. */
export class Outage extends Error {
  override readonly name = 'Outage'
  readonly reason: OutageReason

  constructor(reason: OutageReason, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
  }
}

/** The part of a failed answer of the API that says what went wrong. */
export interface ApiError {
  code?: string
  message: string
  details?: string | null
  hint?: string | null
}

/** An answer of the API as supabase-js hands it out; `status` is the HTTP status, 0 when there was none. */
export interface ApiResponse {
  data: unknown
  error: ApiError | null
  status: number
}

/**
 * Sorts an answer into its three kinds: a value in the shape asked for, a `Refusal` (PT4xx and missing rights), or an
 * `Outage` that is thrown. Everything else, an unknown shape too, is a defect and thrown as it is.
 */
export function outcomeOf<S extends v.GenericSchema>(
  response: ApiResponse,
  shape: S,
): Result<v.InferOutput<S>, Refusal> {
  if (!response.error) return ok(v.parse(shape, response.data))
  return refused(refusalOf(response.error, response.status))
}

/** The refusal in an error of the API; throws an `Outage` or the defect when it is none. */
export function refusalOf(error: ApiError, status: number): Refusal {
  const code = error.code ?? ''
  if (isAborted(error)) throw new DOMException(error.message, 'AbortError')
  if (code.startsWith('PT') && isRefusalCode(error.message)) return withDetail(error.message, error.details)
  if (code === '42501') return { code: 'not_allowed' }
  const reason = outageReasonOf(code, status)
  if (reason) throw new Outage(reason, { cause: error })
  throw new Error(`${code || status}: ${error.message}`, { cause: error })
}

/** True for the end of a request that nobody wants any more: not a failure, nothing to show. */
export function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError'
}

function isAborted(error: ApiError): boolean {
  return error.message.startsWith('AbortError') || error.code === '20'
}

function withDetail(code: Refusal['code'], details: string | null | undefined): Refusal {
  if (!details) return { code }
  try {
    return { code, detail: JSON.parse(details) as unknown }
  } catch (error) {
    if (error instanceof SyntaxError) return { code, detail: details }
    throw error
  }
}

function outageReasonOf(code: string, status: number): OutageReason | null {
  if (code === '57014' || status === 504 || status === 408) return 'timeout'
  if (status === 401 || /^PGRST30[0-3]$/.test(code)) return 'signed_out'
  if (status === 0) return 'unreachable'
  // 08 connection, 53 resources, 57P shutting down, PGRST00x no database behind the API.
  if (/^(08|53|57P)/.test(code) || /^PGRST00\d$/.test(code) || [429, 502, 503].includes(status)) return 'server'
  return null
}
