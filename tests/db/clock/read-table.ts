/**
 * The rows of a table written with bars, each cell under its heading.
 *
 * @throws when a row has another number of cells than the heading
 */
export function readTable<Heading extends string>(
  text: string,
  headings: readonly Heading[],
): Record<Heading, string>[] {
  const [first, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  if (first?.join() !== headings.join()) throw new Error(`The columns are ${first?.join()}, not ${headings.join()}.`)
  return rows.map((cells) => {
    if (cells.length !== headings.length) throw new Error(`Not a row of the table: ${cells.join(' | ')}`)
    return Object.fromEntries(headings.map((heading, place) => [heading, cells[place]])) as Record<Heading, string>
  })
}
