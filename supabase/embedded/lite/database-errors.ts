/** What PGlite throws when PostgreSQL refuses a statement. */
interface PostgresError {
  code: string
  message: string
  detail?: string | null
  hint?: string | null
}

/** SQLSTATE classes and codes that @supabase/lite already answers as PostgREST does. */
const ANSWERED_BY_LITE = /^(PGRST|PT...|42501|42P01|42P17|42883|42...|22...|21...|23502|23503|23505|25006)$/

/** HTTP status by SQLSTATE or its class, from PostgREST's table of errors; whatever is missing is the caller's fault: 400. */
const STATUS: [prefix: string, status: number][] = [
  ['P0001', 400],
  ['57P01', 503],
  ['08', 503],
  ['53', 503],
  ['0L', 403],
  ['0P', 403],
  ['28', 403],
  ...['09', '25', '2D', '38', '39', '3B', '40', '54', '55', '57', '58', 'F0', 'HV', 'P0', 'XX'].map(
    (prefix): [string, number] => [prefix, 500],
  ),
]

/**
 * Turns an error that lite would answer with `500 SUP` into the answer PostgREST gives: `raise exception` and a broken check are the caller's
 * fault (400) and keep their code, detail and hint.
 *
 * @returns an error that lite passes on as it is, or the given one when lite already knows it
 */
export function asPostgrestError(error: unknown): unknown {
  if (!isPostgresError(error) || ANSWERED_BY_LITE.test(error.code)) return error
  const status = STATUS.find(([prefix]) => error.code.startsWith(prefix))?.[1] ?? 400
  const { code, message, detail, hint } = error
  return Object.assign(new Error(JSON.stringify({ code, message, details: detail ?? null, hint: hint ?? null })), {
    code: 'PGRST',
    detail: JSON.stringify({ status, headers: {} }),
  })
}

function isPostgresError(error: unknown): error is PostgresError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
}
