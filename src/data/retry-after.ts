/** A `fetch` that remembers until when the server asked to be left alone. */
export interface PatientFetch {
  fetch: typeof fetch
  /** ISO instant of the last `Retry-After`; null when the last answer of status 429 had none. */
  retryAt: () => string | null
}

/** Wraps a `fetch`: supabase-js hands out the status of a refused sign-in, and not the header that says when to return. */
export function rememberRetryAfter(inner: typeof fetch = fetch): PatientFetch {
  let last: string | null = null
  return {
    fetch: async (input, init) => {
      const response = await inner(input, init)
      if (response.status === 429) last = instantOf(response.headers.get('retry-after'))
      return response
    },
    retryAt: () => last,
  }
}

function instantOf(header: string | null): string | null {
  const seconds = header === null || header.trim() === '' ? Number.NaN : Number(header)
  return Number.isFinite(seconds) ? new Date(Date.now() + seconds * 1000).toISOString() : null
}
