import { orientation } from './orientation.ts'

/** How two segments meet: not at all, in one point that ends at least one of them, by crossing, or along a stretch. */
export type Meeting = 'apart' | 'touch' | 'cross' | 'overlap'

/** How the segments a–b and c–d meet. Neither has length zero. */
export function meetingOf(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): Meeting {
  const c = Math.sign(orientation(ax, ay, bx, by, cx, cy))
  const d = Math.sign(orientation(ax, ay, bx, by, dx, dy))
  if (c !== 0 && c === d) return 'apart'
  const a = Math.sign(orientation(cx, cy, dx, dy, ax, ay))
  const b = Math.sign(orientation(cx, cy, dx, dy, bx, by))
  if (a !== 0 && a === b) return 'apart'
  if (c * d < 0 && a * b < 0) return 'cross'
  if (c === 0 && d === 0) return meetingOnOneLine(ax, ay, bx, by, cx, cy, dx, dy)
  const touches =
    (c === 0 && isBetween(cx, cy, ax, ay, bx, by)) ||
    (d === 0 && isBetween(dx, dy, ax, ay, bx, by)) ||
    (a === 0 && isBetween(ax, ay, cx, cy, dx, dy)) ||
    (b === 0 && isBetween(bx, by, cx, cy, dx, dy))
  return touches ? 'touch' : 'apart'
}

function isBetween(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  return x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)
}

function meetingOnOneLine(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): Meeting {
  // Along the longer axis of a–b the order on the line is the order of the numbers.
  const alongX = Math.abs(bx - ax) >= Math.abs(by - ay)
  const [p, q, r, s] = alongX ? [ax, bx, cx, dx] : [ay, by, cy, dy]
  const from = Math.max(Math.min(p, q), Math.min(r, s))
  const to = Math.min(Math.max(p, q), Math.max(r, s))
  if (from > to) return 'apart'
  return from === to ? 'touch' : 'overlap'
}
