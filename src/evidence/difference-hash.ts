const COLUMNS = 9
const ROWS = 8
/** Grey values nearer than this are called equal, so that noise on a plain wall is no picture. */
const LEAST_STEP = 1.5

/**
 * A difference hash (dHash): the picture as 9 × 8 mean grey values, and whether each is brighter than its left neighbour, row by row. Pictures
 * that are the same to the eye differ in a few of the 64 bits.
 *
 * @param rgba four bytes a pixel, row by row; at least 9 × 8 pixels
 * @returns 16 hexadecimal digits; all zero when nothing gets brighter anywhere
 */
export function differenceHash(rgba: Uint8ClampedArray, width: number, height: number): string {
  let hash = 0n
  for (let row = 0; row < ROWS; row++) {
    let left = meanGrey(rgba, width, cell(0, row, width, height))
    for (let column = 1; column < COLUMNS; column++) {
      const right = meanGrey(rgba, width, cell(column, row, width, height))
      hash = (hash << 1n) | (right - left > LEAST_STEP ? 1n : 0n)
      left = right
    }
  }
  return hash.toString(16).padStart(16, '0')
}

/** Pixels from x0 to x1 and y0 to y1, the ends not among them; at least one. */
interface Cell {
  x0: number
  x1: number
  y0: number
  y1: number
}

function cell(column: number, row: number, width: number, height: number): Cell {
  const x0 = Math.floor((column * width) / COLUMNS)
  const y0 = Math.floor((row * height) / ROWS)
  return {
    x0,
    y0,
    x1: Math.max(x0 + 1, Math.floor(((column + 1) * width) / COLUMNS)),
    y1: Math.max(y0 + 1, Math.floor(((row + 1) * height) / ROWS)),
  }
}

function meanGrey(rgba: Uint8ClampedArray, width: number, { x0, x1, y0, y1 }: Cell): number {
  let sum = 0
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const at = 4 * (y * width + x)
      // BT.601, as the eye weighs red, green and blue
      sum += 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0)
    }
  }
  return sum / ((x1 - x0) * (y1 - y0))
}
