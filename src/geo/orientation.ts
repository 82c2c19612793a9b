/**
 * Twice the signed area of the triangle a b c, in square degrees: positive when c lies left of a → b, negative right
 * of it, zero on the line.
 */
export function orientation(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/** Twice the signed area of a closed ring in square degrees: positive when it runs counter-clockwise. */
export function signedArea(ring: readonly (readonly number[])[]): number {
  let sum = 0
  // Measured from the first vertex: far from the origin the plain shoelace sum loses small rings to rounding.
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? []
    const [bx = 0, by = 0] = ring[i + 1] ?? []
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return sum
}
