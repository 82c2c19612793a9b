import type { ReplaySeries } from '../../../domain/replay/replay-series.ts'

/** Areas of a chart that stand on each other, as SVG paths in a box of `steps - 1` × 100, and the number at its top. */
export interface ChartPaths {
  done: string
  bySource: string
  open: string
  top: number
}

/** The course of a series of one place: verified at the bottom, closed per source above it, open on top. */
export function chartPaths({ steps, found, done, bySource }: ReplaySeries): ChartPaths {
  const top = found.reduce((most, n) => Math.max(most, n), 0)
  const height = (n: number) => (top > 0 ? Math.round(10_000 - (n / top) * 9600) / 100 : 100)
  const at = Array.from({ length: Math.max(steps, 2) }, (_, x) => Math.min(x, steps - 1))
  const line = (numbers: number[]) => at.map((step, x) => `${x},${height(numbers[step] ?? 0)}`)
  const band = (lower: number[], upper: number[]) => `M${line(upper).join('L')}L${line(lower).toReversed().join('L')}Z`
  const none = Array.from(done, () => 0)
  const closed = Array.from(done, (n, step) => n + bySource[step]!)
  return {
    done: band(none, Array.from(done)),
    bySource: band(Array.from(done), closed),
    open: band(closed, Array.from(found)),
    top,
  }
}
