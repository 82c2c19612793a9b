import { orientation } from './orientation.ts'

/** Where a point lies in relation to a closed ring. */
export type RingSide = 'inside' | 'outside' | 'edge'

/** Where (x, y) lies in relation to a closed ring (even-odd rule; the ring may run either way). */
export function sideOfRing(x: number, y: number, ring: readonly (readonly number[])[]): RingSide {
  let inside = false
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? []
    const [bx = 0, by = 0] = ring[i + 1] ?? []
    if (y < Math.min(ay, by) || y > Math.max(ay, by)) continue
    const turn = orientation(ax, ay, bx, by, x, y)
    if (turn === 0 && x >= Math.min(ax, bx) && x <= Math.max(ax, bx)) return 'edge'
    if (ay > y !== by > y && turn > 0 === by > ay) inside = !inside
  }
  return inside ? 'inside' : 'outside'
}
