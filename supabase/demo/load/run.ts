/** Runs one statement with its parameters as the owner of the database, within the caller's transaction, and gives its rows. */
export type Run = <Row = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>
