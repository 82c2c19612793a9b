import { STATUS_GROUPS } from '../../domain/status-group.ts'

/** A ring is cut into this many equal arcs: fine enough to read a share, coarse enough for few different pictures. */
export const RING_ARCS = 24

/** Radii of the discs in pixels; few, so that many cells share one picture. */
export const DISC_RADII = [9, 12, 15, 18, 21, 24, 27, 30] as const

/** The size class of a disc: its radius grows with the square root of the count, so its area tells the number. */
export function discClass(count: number): number {
  const radius = 9 + 0.2 * Math.sqrt(count)
  const index = DISC_RADII.findIndex((each) => each >= radius)
  return index === -1 ? DISC_RADII.length - 1 : index
}

/** Arcs for each status group, `RING_ARCS` together: largest remainders, and whoever is there gets at least one. */
export function ringArcs(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, n) => sum + n, 0)
  if (total === 0) return counts.map(() => 0)
  const exact = counts.map((n) => (n / total) * RING_ARCS)
  const arcs = exact.map((share) => (share > 0 ? Math.max(1, Math.floor(share)) : 0))
  let missing = RING_ARCS - arcs.reduce((sum, n) => sum + n, 0)
  while (missing !== 0) {
    const step = Math.sign(missing)
    const gap = (i: number) => step * (exact[i]! - arcs[i]!)
    const candidates = arcs.flatMap((n, i) => (n > 0 && n + step > 0 ? [i] : []))
    const best = candidates.reduce((a, b) => (gap(b) > gap(a) ? b : a))
    arcs[best]! += step
    missing -= step
  }
  return arcs
}

/** The name of a disc's picture without its theme: size class, then the arcs by group. */
export function ringKey(counts: readonly number[], total: number): string {
  return `${discClass(total)}:${ringArcs(counts).join('.')}`
}

/** Size class and arcs out of a key of `ringKey`; null for anything else. */
export function parseRingKey(key: string): { size: number; arcs: number[] } | null {
  const [size, list] = key.split(':')
  const arcs = list?.split('.').map(Number)
  if (!arcs || arcs.length !== STATUS_GROUPS.length || arcs.some((n) => !Number.isInteger(n) || n < 0)) return null
  const index = Number(size)
  return DISC_RADII[index] === undefined ? null : { size: index, arcs }
}
