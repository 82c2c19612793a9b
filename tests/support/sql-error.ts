/** What the database answered instead of rows, the same on both engines. */
export class SqlError extends Error {
  override name = 'SqlError'
  /** SQLSTATE: `42501`, `23505`, or one of ours such as `PT403`. */
  readonly code: string
  /** The detail of a refusal; null when there is none. */
  readonly detail: string | null
  /** The constraint that was broken; null when it was none. */
  readonly constraint: string | null

  constructor(cause: Error & { code: string; detail?: string; constraint?: string; constraint_name?: string }) {
    super(cause.message, { cause })
    this.code = cause.code
    this.detail = cause.detail || null
    this.constraint = cause.constraint ?? cause.constraint_name ?? null
  }
}

/** Runs the work and turns what a driver throws for an SQL error into an SqlError; anything else passes. */
export async function withSqlErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (
      error instanceof SqlError ||
      !(error instanceof Error) ||
      !('code' in error) ||
      !/^[0-9A-Z]{5}$/.test(String(error.code))
    ) {
      throw error
    }
    throw new SqlError(error as Error & { code: string })
  }
}
