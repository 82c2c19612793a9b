import { serviceRole, signedOut } from '../../support/actors.ts'
import { openTestDatabase } from '../../support/database.ts'
import { SqlError } from '../../support/sql-error.ts'
import type { Actor } from '../../support/test-database.ts'
import type { Answer, Door } from './door.ts'
import type { Person } from './read-matrix.ts'
import { ACCOUNTS, addSetting, type Setting } from './setting.ts'
import type { Row } from './specimens.ts'
import { columnsOf, conditionOf } from './statements.ts'

/** Straight into the database with the role and the claims that the API would set; on either engine. */
export async function openSqlDoor(): Promise<{ door: Door; setting: Setting }> {
  const db = await openTestDatabase()
  const setting = await addSetting(db.query)

  const actorOf = (person: Person): Actor => {
    if (person === 'signed out') return signedOut
    if (person === 'secret key') return serviceRole
    const account = ACCOUNTS[person]!
    return { role: 'authenticated', userId: setting.userOf[account]!, email: `${account}@demo.example` }
  }

  const ask = async (person: Person, sql: string, parameters: unknown[] = []): Promise<Answer> => {
    try {
      return { rows: await db.as(actorOf(person), (query) => query<Row>(sql, parameters)), refused: null }
    } catch (error) {
      if (!(error instanceof SqlError)) throw error
      return { rows: null, refused: error.code.startsWith('PT') ? `${error.code} ${error.message}` : error.code }
    }
  }

  const door: Door = {
    owner: db.query,
    select: (person, table, columns) => ask(person, `select ${columns.join()} from public.${table}`),
    insert: (person, table, row) => {
      const { names, holes } = columnsOf(row)
      return ask(person, `insert into public.${table} (${names}) values (${holes})`, Object.values(row))
    },
    upsert: (person, table, row, key) => {
      const { names, holes } = columnsOf(row)
      const set = Object.keys(row).map((name) => `${name} = excluded.${name}`)
      const sql = `insert into public.${table} (${names}) values (${holes}) on conflict (${key.join()}) do update set ${set.join()}`
      return ask(person, sql, Object.values(row))
    },
    update: (person, table, where, change) => {
      const set = Object.keys(change).map((name, place) => `${name} = $${place + 1}`)
      const { condition, parameters } = conditionOf(where, set.length)
      const sql = `update public.${table} set ${set.join()} where ${condition} returning ${Object.keys(where).join()}`
      return ask(person, sql, [...Object.values(change), ...parameters])
    },
    remove: (person, table, where) => {
      const { condition, parameters } = conditionOf(where)
      const sql = `delete from public.${table} where ${condition} returning ${Object.keys(where).join()}`
      return ask(person, sql, parameters)
    },
    call: (person, name, parameters) => {
      const given = Object.keys(parameters).map((parameter, place) => `${parameter} => $${place + 1}`)
      return ask(person, `select public.${name}(${given.join()}) as gives`, Object.values(parameters))
    },
    close: db.close,
  }
  return { door, setting }
}
