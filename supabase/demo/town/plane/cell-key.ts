/** A number for the square of a grid at a column and a row, each within 50,000 of the origin. */
export const cellKey = (column: number, row: number): number => row * 100_000 + column
