type Point = readonly [x: number, y: number]

/** A hill: where its top is, how high and how wide. */
export interface Hill {
  x: number
  y: number
  height: number
  width: number
}

/** The height of invented land at a point: the sum of its hills. */
export function heightAt(hills: readonly Hill[], x: number, y: number): number {
  return hills.reduce((sum, hill) => {
    const distance = ((x - hill.x) ** 2 + (y - hill.y) ** 2) / hill.width ** 2
    return sum + hill.height * Math.exp(-distance)
  }, 0)
}

/**
 * The line of equal height as SVG path data over a field of `columns` × `rows` squares with sides of `step`, traced with
 * marching squares: in each square the line runs between the edges where the height passes the level.
 */
export function contourPath(
  hills: readonly Hill[],
  level: number,
  columns: number,
  rows: number,
  step: number,
): string {
  const next = new Map<string, Point>()
  const at = (column: number, row: number) => heightAt(hills, column * step, row * step) - level
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (const [from, to] of segmentsIn(column, row, at, step)) next.set(keyOf(from), to)
  return joined(next)
}

function segmentsIn(column: number, row: number, at: (column: number, row: number) => number, step: number) {
  const corners: Point[] = [
    [column, row],
    [column + 1, row],
    [column + 1, row + 1],
    [column, row + 1],
  ]
  const heights = corners.map(([x, y]) => at(x, y))
  // Going round the square, the line leaves where the land falls below the level and enters where it rises above it.
  const enters: Point[] = []
  const leaves: Point[] = []
  corners.forEach((corner, index) => {
    const other = (index + 1) % 4
    const here = heights[index]!
    const there = heights[other]!
    if (here > 0 === there > 0) return
    const share = here / (here - there)
    const [x, y] = corner
    const [toX, toY] = corners[other]!
    const point: Point = [(x + (toX - x) * share) * step, (y + (toY - y) * share) * step]
    if (here > 0) leaves.push(point)
    else enters.push(point)
  })
  return leaves.map((point, index) => [point, enters[index]!] as const)
}

function joined(next: Map<string, Point>): string {
  const ends = new Set([...next.values()].map(keyOf))
  let path = ''
  // Lines that begin at the border first, then the closed ones.
  const starts = [...next.keys()].sort((a, b) => Number(ends.has(a)) - Number(ends.has(b)))
  for (const start of starts) {
    if (!next.has(start)) continue
    path += `M${start}`
    for (let key = start, point = take(next, key); point; point = take(next, key)) {
      key = keyOf(point)
      path += `L${key}`
    }
  }
  return path
}

function take(next: Map<string, Point>, key: string): Point | undefined {
  const point = next.get(key)
  next.delete(key)
  return point
}

function keyOf([x, y]: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
}
