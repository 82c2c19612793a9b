/** Runs SQL and gives its rows; `jsonb` parameters may be plain values, `bigint` comes back as a number. */
export type Query = <Row = Record<string, unknown>>(sql: string, parameters?: unknown[]) => Promise<Row[]>

/** Who speaks to the database, as the API tells it after looking at the token. `userId` is missing for signed-out people. */
export type Actor = { role: 'anon' | 'authenticated' | 'service_role'; userId?: string; email?: string }

/** A database of its own for one test file, with roles, schemas, migrations and, if asked for, the demo township. */
export type TestDatabase = {
  engine: 'pglite' | 'postgres'
  /** As the owner of everything, past all row level security. Throws SqlError. */
  query: Query
  /** Several statements in one go, as the owner. Throws SqlError. */
  exec: (sql: string) => Promise<void>
  /** Does the work in one transaction as the actor would through the API, and commits. Throws SqlError, having rolled back. */
  as: <T>(actor: Actor, work: (query: Query) => Promise<T>) => Promise<T>
  /** Like `as`, but always rolls back: for asking what would happen. */
  rehearse: <T>(actor: Actor, work: (query: Query) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}
