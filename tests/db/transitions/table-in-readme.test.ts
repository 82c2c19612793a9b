import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import { repositoryRoot } from '../../support/schema-files.ts'
import { transitionTable } from './transition-rows.ts'

const README = join(repositoryRoot, 'supabase/README.md')
const BETWEEN = /(<!-- steps: .*? -->\n)[\s\S]*?(\n<!-- end of steps -->)/

/** Run with RENEW_README=1 to write the table anew. */
it('the table of steps in the README is that of the database', async () => {
  const db = await openTestDatabase({ seed: false })
  const table = await transitionTable(db.query)
  await db.close()
  const readme = await readFile(README, 'utf8')
  const renewed = readme.replace(BETWEEN, (_, before: string, after: string) => `${before}\n${table}\n${after}`)
  if (process.env.RENEW_README) await writeFile(README, renewed)
  expect(readme).toMatch(BETWEEN)
  expect(await readFile(README, 'utf8')).toBe(renewed)
})
