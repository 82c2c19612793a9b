import type { Query } from '../../support/test-database.ts'
import type { Person } from './read-matrix.ts'
import type { Row } from './specimens.ts'

/** What an attempt came to: the rows it read or touched, or the SQLSTATE (or refusal) it was turned away with. */
export type Answer = { rows: Row[]; refused: null } | { rows: null; refused: string }

/** A way into the database as one of the people: through the API or straight in SQL. */
export type Door = {
  owner: Query
  select: (person: Person, table: string, columns: string[]) => Promise<Answer>
  insert: (person: Person, table: string, row: Row) => Promise<Answer>
  /** Adds the row, or changes the one that is there. */
  upsert: (person: Person, table: string, row: Row, key: string[]) => Promise<Answer>
  /** Changes the rows that have these values; `rows` are those it says it has changed. */
  update: (person: Person, table: string, where: Row, change: Row) => Promise<Answer>
  remove: (person: Person, table: string, where: Row) => Promise<Answer>
  /** Calls a function of the API by its name and the names of its parameters. */
  call: (person: Person, name: string, parameters: Row) => Promise<Answer>
  close: () => Promise<void>
}
