import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Door } from './door.ts'
import { readMatrix, type Cell } from './read-matrix.ts'
import type { Opened } from './opened.ts'
import { ACCOUNTS, type Setting } from './setting.ts'
import { SPECIMENS, type Row } from './specimens.ts'
import { columnsOf, conditionOf } from './statements.ts'

const CELLS = readMatrix()
const TABLES = [...new Set(CELLS.map(({ table }) => table))]

/** Rows in an order that does not depend on who gave them. */
const sorted = (rows: Row[] | null) => (rows ?? []).map((row) => JSON.stringify(row, Object.keys(row).sort())).sort()

/** Tries every cell of the access matrix through a door: what is allowed is seen to be done, what is not is seen to change nothing. */
export function describeMatrix(opened: Opened): void {
  describe('every role, every table, every verb', () => {
    let door: Door
    let setting: Setting

    beforeAll(() => {
      ;({ door, setting } = opened())
    })

    it('there is a line for every table and every verb, and for nothing else', async () => {
      const tables = await door.owner<{ name: string }>(
        `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
      )
      expect([...TABLES].sort()).toEqual(tables.map((table) => table.name))
      expect(Object.keys(SPECIMENS).sort()).toEqual([...TABLES].sort())
      for (const table of TABLES) {
        const verbs = new Set(CELLS.filter((cell) => cell.table === table).map(({ verb }) => verb))
        expect([...verbs]).toEqual(['select', 'insert', 'update', 'delete'])
      }
    })

    describe.each(TABLES)('%s', (table) => {
      const { key, row, mark, change, victim, sees } = SPECIMENS[table]!
      const cells = (verb: Cell['verb']) => CELLS.filter((cell) => cell.table === table && cell.verb === verb)
      const markOf = (full: Row): Row => Object.fromEntries(mark.map((column) => [column, full[column]]))

      const find = async (where: Row) => {
        const { condition, parameters } = conditionOf(where)
        const rows = await door.owner<{ row: Row }>(
          `select to_jsonb(t) as row from public.${table} t where ${condition}`,
          parameters,
        )
        return rows.map((each) => each.row)
      }
      const clear = async (where: Row) => {
        const { condition, parameters } = conditionOf(where)
        await door.owner(`delete from public.${table} where ${condition}`, parameters)
      }
      const total = async () => (await door.owner<{ n: number }>(`select count(*) as n from public.${table}`))[0]!.n

      /** A row made for the occasion and its mark, taken out again afterwards; or one that is there. */
      async function withVictim(work: (where: Row, before: Row[]) => Promise<void>): Promise<void> {
        if (victim) {
          const [found] = await door.owner<Row>(`select ${key.join()} from public.${table} where ${victim} limit 1`)
          await work(found!, await find(found!))
          return
        }
        const full = row(setting)
        const { names, holes } = columnsOf(full)
        await door.owner(`insert into public.${table} (${names}) values (${holes})`, Object.values(full))
        const where = markOf(full)
        try {
          await work(where, await find(where))
        } finally {
          await clear(where)
        }
      }

      const expectTurnedAway = (answer: Answer) => {
        if (answer.refused === null) expect(answer.rows).toEqual([])
        else expect(answer.refused).toBe('42501')
      }

      it.each(cells('select'))('shows the $person: $word', async ({ person, word }) => {
        const answer = await door.select(person, table, key)
        if (word === '-') return expectTurnedAway(answer)
        const expected = await expectedRows(person, word)
        expect(sorted(answer.rows)).toEqual(sorted(expected))
        expect(expected).not.toEqual([])
      })

      async function expectedRows(person: Cell['person'], word: string): Promise<Row[]> {
        const select = `select ${key.map((column) => `t.${column}`).join()} from public.${table} t`
        if (word === 'all') return door.owner<Row>(select)
        const village = person === 'handler of a village' ? setting.handlersVillage : setting.village
        const root = word === 'other' ? setting.neighbour.root : setting.town
        const given = [root, village, setting.handlersUnit, setting.userOf[ACCOUNTS[person]!]]
        const condition = sees[word]!.replaceAll(/\$(\d)/g, (_, place: string) => literal(given[Number(place) - 1]))
        return door.owner<Row>(`${select} where ${condition}`)
      }

      it.each(cells('insert'))('takes a new row from the $person: $word', async ({ person, word }) => {
        const full = row(setting)
        const where = markOf(full)
        const before = await total()
        const answer = await door.insert(person, table, full)
        try {
          if (word === 'yes') {
            expect(answer.refused).toBeNull()
            expect(await find(where)).toHaveLength(1)
          } else {
            expect(answer.refused).toBe('42501')
            expect(await find(where)).toEqual([])
            expect(await total()).toBe(before)
          }
        } finally {
          if (answer.refused === null) await clear(where)
        }
      })

      it.each(cells('update'))('lets the $person change a row: $word', async ({ person, word }) => {
        await withVictim(async (where, before) => {
          const answer = await door.update(person, table, where, change)
          const after = await find(where)
          if (word === 'yes') {
            expect(answer.rows).toHaveLength(1)
            expect(after).toEqual([expect.objectContaining(change)])
          } else {
            expectTurnedAway(answer)
            expect(after).toEqual(before)
          }
        })
      })

      it.each(cells('delete'))('lets the $person delete a row: $word', async ({ person, word }) => {
        await withVictim(async (where, before) => {
          const answer = await door.remove(person, table, where)
          const after = await find(where)
          if (word === 'yes') {
            expect(answer.rows).toHaveLength(1)
            expect(after).toEqual([])
          } else {
            expectTurnedAway(answer)
            expect(after).toEqual(before)
          }
        })
      })
    })
  })
}

/** A value of the test's own making as SQL text. */
const literal = (value: unknown) => (typeof value === 'number' ? String(value) : `'${String(value)}'`)
