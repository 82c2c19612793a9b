/** Lower edges of the classes of progress: none, five fifths, all. */
export const PROGRESS_EDGES = [0, 0.0001, 0.2, 0.4, 0.6, 0.8, 1] as const

/** The class of a share from 0 to 1, as an index of the ramp; -1 for null, which is "no data" and not zero. */
export function progressClass(share: number | null): number {
  if (share === null) return -1
  return PROGRESS_EDGES.findLastIndex((edge) => share >= edge)
}
