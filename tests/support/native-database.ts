import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrationFiles } from '../../supabase/embedded/engine/migrate.ts'
import { valueParsers } from '../../supabase/embedded/engine/value-parsers.ts'
import { actingOver } from './acting.ts'
import type { Query, TestDatabase } from './test-database.ts'
import { migrationsDir, schemaFingerprint, seedFile, standInsDir } from './schema-files.ts'
import { withSqlErrors } from './sql-error.ts'

/** What a Supabase project has before its first migration, in the order in which the files build on one another. */
const STAND_INS = ['roles', 'auth-standin', 'storage-standin', 'auth-helpers', 'realtime', 'grants']

const asText = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value))

/** A text for a `jsonb` is JSON already, as PGlite takes it. */
export const JSON_AS_EMBEDDED = {
  to: 3802,
  from: [114, 3802],
  serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string) => JSON.parse(text) as unknown,
}

/** PostgreSQL as the embedded engine reads and writes it: the differences are the driver's, not the database's. */
function connect(url: string, database: string) {
  const address = new URL(url)
  address.pathname = `/${database}`
  return postgres(address.href, {
    max: 4,
    onnotice: () => undefined,
    connection: { search_path: '"$user", public, extensions', timezone: 'UTC' },
    types: {
      bigint: { to: 20, from: [20], serialize: String, parse: Number },
      date: { to: 1184, from: [1082], serialize: asText, parse: (text: string) => new Date(text) },
      ...Object.fromEntries(
        Object.entries(valueParsers).map(([oid, parse]) => [
          `asEmbedded${oid}`,
          { to: Number(oid), from: [Number(oid)], serialize: asText, parse },
        ]),
      ),
      json: JSON_AS_EMBEDDED,
    },
  })
}

type Speaker = { unsafe: postgres.Sql['unsafe'] }

const queryOver =
  (sql: Speaker): Query =>
  <Row>(text: string, parameters: unknown[] = []) =>
    withSqlErrors(async () => [...(await sql.unsafe(text, parameters as postgres.ParameterOrJSON<never>[]))] as Row[])

/** By hand: the driver's own `begin` fails the transaction for an error that the work caught at a savepoint. */
async function inTransaction<T>(sql: ReturnType<typeof connect>, work: (query: Query) => Promise<T>): Promise<T> {
  const session = await sql.reserve()
  try {
    await session.unsafe('begin')
    const result = await work(queryOver(session))
    await withSqlErrors(() => session.unsafe('commit'))
    return result
  } catch (error) {
    await session.unsafe('rollback')
    throw error
  } finally {
    session.release()
  }
}

/** On a connection of its own, because the script may begin transactions; when it fails, none of them stays open. */
async function runScript(sql: ReturnType<typeof connect>, text: string): Promise<void> {
  const session = await sql.reserve()
  try {
    await withSqlErrors(() => session.unsafe(text).simple())
  } catch (error) {
    await session.unsafe('rollback')
    throw error
  } finally {
    session.release()
  }
}

const templateName = (seed: boolean) => `remediation_${schemaFingerprint()}_${seed ? 'seeded' : 'bare'}`

/** Makes the database that is copied for each test file, unless it is there; of several that come at once, one does. */
async function prepareTemplate(url: string, seed: boolean): Promise<void> {
  const name = templateName(seed)
  const admin = connect(url, 'postgres')
  const session = await admin.reserve()
  try {
    await session`select pg_advisory_lock(hashtext('remediation_templates'))`
    const found = await session`select from pg_database where datname = ${name} and datistemplate`
    if (found.length > 0) return
    await session.unsafe(`drop database if exists ${name}`)
    await session.unsafe(`create database ${name}`)
    await fill(url, name, seed)
    await session.unsafe(`alter database ${name} is_template true`)
  } finally {
    session.release()
    await admin.end()
  }
}

async function fill(url: string, name: string, seed: boolean): Promise<void> {
  const sql = connect(url, name)
  try {
    for (const standIn of STAND_INS) await sql.unsafe(readFileSync(join(standInsDir, `${standIn}.sql`), 'utf8'))
    for (const file of migrationFiles(migrationsDir)) {
      const text = readFileSync(join(migrationsDir, file), 'utf8')
      await sql
        .begin((transaction) => transaction.unsafe(text))
        .catch((error: Error) => {
          throw new Error(`${file}: ${error.message}`, { cause: error })
        })
    }
    if (seed) await sql.begin((transaction) => transaction.unsafe(readFileSync(seedFile, 'utf8')))
    await sql.unsafe('vacuum analyze')
  } finally {
    await sql.end()
  }
}

/** A copy of the prepared database on the server at `url`, dropped again by `close`. */
export async function openNativeDatabase(url: string, seed: boolean): Promise<TestDatabase & { url: string }> {
  await prepareTemplate(url, seed)
  const name = `remediation_test_${randomBytes(6).toString('hex')}`
  const onServer = async (statement: string) => {
    const admin = connect(url, 'postgres')
    await admin.unsafe(statement).finally(() => admin.end())
  }
  await onServer(`create database ${name} template ${templateName(seed)}`)
  const sql = connect(url, name)
  const address = new URL(url)
  address.pathname = `/${name}`

  return {
    engine: 'postgres',
    url: address.href,
    query: queryOver(sql),
    exec: (text) => runScript(sql, text),
    ...actingOver((work) => inTransaction(sql, work)),
    close: async () => {
      await sql.end({ timeout: 5 })
      await onServer(`drop database ${name} with (force)`)
    },
  }
}
