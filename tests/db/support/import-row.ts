/** The smallest legal row of a file of hotspots; the tests say what differs. */
export function importRow(
  key: string,
  categoryId: number,
  changed: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    key,
    lng: 117.92,
    lat: 30.95,
    categoryId,
    status: 'reported',
    sourceStatus: 'Open',
    reportedAt: '2026-03-01T00:00:00.000Z',
    reportedPrecision: 'second',
    ...changed,
  }
}

/** What the database says about a row of a file. */
export type ImportResult = {
  i: number
  outcome: 'new' | 'updated' | 'unchanged' | 'refused' | 'conflict'
  reason?: string
  no?: number
  id?: number
  areaId?: number | null
  warnings?: string[]
  diff?: Record<string, [here: unknown, file: unknown]>
}
