/** Type numbers of PostgreSQL's catalogue, the same in every database. */
const TIMESTAMP = 1114
const TIMESTAMPTZ = 1184
const NUMERIC = 1700

/**
 * How values of a column are read, where @supabase/lite and PostgREST differ: instants as ISO 8601 (Safari's Date rejects PostgreSQL's own
 * form) and `numeric` as a number (lite leaves `12.50` a string).
 */
export const valueParsers: Record<number, (text: string) => unknown> = {
  [TIMESTAMP]: toIso,
  [TIMESTAMPTZ]: toIso,
  [NUMERIC]: (text) => (Number.isFinite(Number(text)) ? Number(text) : text),
}

/** `2026-11-22 03:50:19.6+00` → `2026-11-22T03:50:19.6+00:00`; infinity and years BC stay as they are. */
function toIso(text: string): string {
  if (!/^\d{4,}-\d\d-\d\d /.test(text) || text.endsWith('BC')) return text
  return text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')
}
