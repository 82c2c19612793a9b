import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, TestDatabase } from '../../support/test-database.ts'
import { summaryOf } from '../measure/summary.ts'
import { label } from '../report/print.ts'

/**
 * The ledger's questions on PostgreSQL in SQL, as a supervisor with row security:
 * What it measures is what it prints. `tests/support/with-postgres.sh node --import tsx tests/bench/ledger/native.ts [10000,1000000]`. The embedded engine is measured through the API (run.ts).
 */
const SIZES = (process.argv[2] ?? '10000,1000000').split(',').map(Number)
const CHUNK = 50_000
const TIMES = 40
const MOST = 2

const script = (name: string) => readFileSync(join(import.meta.dirname, `../data/${name}.sql`), 'utf8')

async function fill(size: number): Promise<TestDatabase> {
  const db = await openTestDatabase({ seed: false })
  await db.exec(script('town'))
  await db.exec(script('indexes-off'))
  for (let from = 1; from <= size; from += CHUNK) {
    const to = Math.min(size, from + CHUNK - 1)
    // Settings of a session: the script has to come on the same one.
    await db.exec(
      `select set_config('bench.from', '${from}', false), set_config('bench.to', '${to}', false); set session_replication_role = replica; ${script('hotspots')}`,
    )
  }
  await db.exec(script('indexes-on'))
  await db.query('vacuum (analyze)')
  return db
}

const QUESTIONS: Record<string, string> = {
  'first page, newest first': `case_page(F)`,
  'first page, by due date': `case_page(F, 'due', false)`,
  'first page, last changed': `case_page(F, 'updated')`,
  'next page, newest first': `case_page(F, 'reported', true, '{"at": "2026-09-01T00:00:00Z", "no": 1}')`,
  'next page, by due date': `case_page(F, 'due', false, '{"at": "2026-11-01T00:00:00Z", "no": 1}')`,
  'view: mine': `case_page(F || '{"view": "mine"}')`,
  'view: overdue, by due date': `case_page(F || '{"view": "overdue"}', 'due', false)`,
  'view: ownerless': `case_page(F || '{"view": "ownerless"}')`,
  'filter: area': `case_page(F || jsonb_build_object('area', A))`,
  'filter: campaign': `case_page(F || jsonb_build_object('campaign', C))`,
  'filter: rare category': `case_page(F || jsonb_build_object('categories', jsonb_build_array(K)))`,
  'filter: seven months, by due date': `case_page(F || '{"from": "2025-09-01T00:00:00Z", "to": "2026-04-01T00:00:00Z"}', 'due')`,
  'filter: area, campaign, state': `case_page(F || jsonb_build_object('area', A, 'campaign', C, 'states', '[0, 1, 2, 3]'::jsonb))`,
  'counts of the views': `case_counts(F)`,
}

async function one<Row>(db: TestDatabase, sql: string): Promise<Row> {
  const [row] = await db.query<Row>(sql)
  if (!row) throw new Error(`Nothing was found: ${sql}`)
  return row
}

async function times(db: TestDatabase, question: string): Promise<number[]> {
  const actor: Actor = {
    role: 'authenticated',
    userId: (await one<{ id: string }>(db, `select id from auth.users where email = 'supervisor@bench.example'`)).id,
  }
  const { root } = await one<{ root: number }>(db, 'select id as root from public.areas where parent_id is null')
  const { area } = await one<{ area: number }>(db, 'select area_id as area from public.hotspots where no = 501')
  const { campaign } = await one<{ campaign: number }>(
    db,
    'select id as campaign from bench.campaigns order by id offset 1 limit 1',
  )
  const { category } = await one<{ category: number }>(
    db,
    'select category_id as category from public.hotspots where no <= 10000 group by 1 order by count(*), 1 limit 1',
  )
  const sql = question
    .replaceAll('F', `'{"root": ${root}}'::jsonb`)
    .replaceAll('A)', `${area})`)
    .replaceAll('A,', `${area},`)
    .replaceAll(' C', ` ${campaign}`)
    .replaceAll('(K)', `(${category})`)
  return db.rehearse(actor, async (query) => {
    const taken: number[] = []
    for (let turn = -5; turn < TIMES; turn += 1) {
      const startedAt = performance.now()
      await query(`select public.${sql}`)
      if (turn >= 0) taken.push(performance.now() - startedAt)
    }
    return taken
  })
}

const databases: TestDatabase[] = []
try {
  for (const size of SIZES) {
    databases.push(await fill(size))
    console.log(`${label(size)} is there`)
  }
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const summaries = []
    for (const db of databases) summaries.push(summaryOf([await times(db, question)]))
    const ratio = (summaries.at(-1)?.p95 ?? NaN) / (summaries[0]?.p95 ?? NaN)
    if (!(ratio <= MOST)) process.exitCode = 1
    const shown = summaries.map((each) => `${each?.p50.toFixed(1)} / ${each?.p95.toFixed(1)}`.padStart(16)).join('')
    console.log(`${ratio <= MOST ? 'ok    ' : 'MISSED'} ${name.padEnd(38)}${shown}   × ${ratio.toFixed(2)}`)
  }
} finally {
  for (const db of databases) await db.close()
}
