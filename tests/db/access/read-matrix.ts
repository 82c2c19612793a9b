import { ACCESS_MATRIX } from './access-matrix.ts'

export const VERBS = ['select', 'insert', 'update', 'delete'] as const
export type Verb = (typeof VERBS)[number]

export const PEOPLE = [
  'admin',
  'planner',
  'supervisor',
  'handler',
  'handler of a village',
  'officer',
  'viewer',
  'leader',
  'admin of a village',
  'stranger',
  'signed out',
  'secret key',
] as const
export type Person = (typeof PEOPLE)[number]

/** One cell of the table: what this person may do with this table. */
export type Cell = { table: string; verb: Verb; person: Person; word: string }

/**
 * The matrix as cells.
 *
 * @throws when a heading, a verb or a number of columns is not what it should be
 */
export function readMatrix(text: string = ACCESS_MATRIX): Cell[] {
  const [heading = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((word) => word.trim()))
  const people = heading.slice(2)
  if (people.join() !== PEOPLE.join()) throw new Error(`The columns are ${people.join()}, not ${PEOPLE.join()}.`)
  return lines.flatMap(([table = '', verb = '', ...words]) => {
    if (!isVerb(verb) || words.length !== PEOPLE.length) throw new Error(`Not a line of the matrix: ${table} ${verb}`)
    return PEOPLE.map((person, place) => ({ table, verb, person, word: words[place]! }))
  })
}

const isVerb = (word: string): word is Verb => (VERBS as readonly string[]).includes(word)
