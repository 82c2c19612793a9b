/** The outcome of something that may be refused: a value, or the reason why not. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

/** Wraps a value. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/** Wraps a reason. */
export function refused<E>(error: E): { ok: false; error: E } {
  return { ok: false, error }
}
