import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { DatabaseSession } from '../engine/database-session.ts'
import type { Release } from '../engine/fifo-lock.ts'
import type { StatementWatch } from '../worker/statement-watch.ts'

/**
 * The query builder that @supabase/lite works with, given a driver that takes the session's lock for as long as a transaction is open. Lite's
 * own driver has no lock: two requests could run inside one transaction, the second one as the owner of the database.
 *
 * @param watch is told when a statement of a request runs
 */
export function lockedKysely(session: DatabaseSession, watch: StatementWatch): Kysely<unknown> {
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new LockedDriver(session, watch),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

class LockedConnection implements DatabaseConnection {
  constructor(
    private readonly session: DatabaseSession,
    private readonly watch: StatementWatch,
    readonly release: Release,
  ) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await this.watch.during(() => this.session.pglite.query<R>(sql, [...parameters]))
    return affectedRows === undefined ? { rows } : { rows, numAffectedRows: BigInt(affectedRows) }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('a single session cannot stream')
  }
}

class LockedDriver implements Driver {
  constructor(
    private readonly session: DatabaseSession,
    private readonly watch: StatementWatch,
  ) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<LockedConnection> {
    return new LockedConnection(this.session, this.watch, await this.session.lock.acquire())
  }

  async beginTransaction(connection: LockedConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: LockedConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: LockedConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(connection: LockedConnection): Promise<void> {
    connection.release()
  }

  async destroy(): Promise<void> {}
}
