import type { Row } from './specimens.ts'

/** Column names and numbered holes for an insert. */
export function columnsOf(row: Row): { names: string; holes: string } {
  const names = Object.keys(row)
  return { names: names.join(), holes: names.map((_, place) => `$${place + 1}`).join() }
}

/** A condition that finds the rows with these values, its holes numbered from `after` on. */
export function conditionOf(where: Row, after = 0): { condition: string; parameters: unknown[] } {
  const condition = Object.keys(where)
    .map((name, place) => `${name} = $${after + place + 1}`)
    .join(' and ')
  return { condition, parameters: Object.values(where) }
}
