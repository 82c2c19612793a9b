import type { PGlite } from '@electric-sql/pglite'
import { FifoLock } from './fifo-lock.ts'

export type Row = Record<string, unknown>

/** Runs one statement inside the transaction it was given for. */
export type RunStatement = <T = Row>(sql: string, params?: readonly unknown[]) => Promise<T[]>

/**
 * The one session of a PGlite database, shared in turns. Everything that speaks to the database goes through the same lock.
 */
export class DatabaseSession {
  readonly lock = new FifoLock()

  constructor(readonly pglite: PGlite) {}

  /** Runs one statement as the owner of the database and gives its rows. */
  query<T = Row>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.lock.run(() => this.run<T>(sql, params))
  }

  /** Runs a script of several statements. When it fails, no transaction of it stays open. */
  exec(sql: string): Promise<void> {
    return this.lock.run(async () => {
      try {
        await this.pglite.exec(sql)
      } catch (error) {
        await this.pglite.exec('rollback')
        throw error
      }
    })
  }

  /** Runs the work in one transaction: committed when it resolves, rolled back when it throws. */
  transaction<T>(work: (run: RunStatement) => Promise<T>): Promise<T> {
    return this.lock.run(async () => {
      await this.pglite.exec('begin')
      try {
        const result = await work((sql, params) => this.run(sql, params))
        await this.pglite.exec('commit')
        return result
      } catch (error) {
        await this.pglite.exec('rollback')
        throw error
      }
    })
  }

  /** Runs the work in a transaction that is always rolled back, and gives its result. */
  rehearse<T>(work: (run: RunStatement) => Promise<T>): Promise<T> {
    return this.lock.run(async () => {
      await this.pglite.exec('begin')
      try {
        return await work((sql, params) => this.run(sql, params))
      } finally {
        await this.pglite.exec('rollback')
      }
    })
  }

  private async run<T>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.pglite.query<T>(sql, [...params])).rows
  }
}
