import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The root of the repository. */
export const repositoryRoot = resolve(import.meta.dirname, '../..')
/** Folder of the migrations, applied in the order of their names. */
export const migrationsDir = join(repositoryRoot, 'supabase/migrations')
/** What fills the small town of the tests: four villages, 200 hotspots, the demo's accounts. */
export const seedFile = join(repositoryRoot, 'tests/support/small-town.sql')
/** Folder of what stands in for a Supabase project's own roles and schemas. */
export const standInsDir = join(repositoryRoot, 'supabase/embedded/sql')

const sqlFilesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => join(folder, name))

/** @returns a short name for everything that decides how a new native database looks; it changes when one of the files does */
export function schemaFingerprint(): string {
  const files = [...sqlFilesIn(standInsDir), ...sqlFilesIn(migrationsDir), seedFile].filter((file) => existsSync(file))
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex').slice(0, 16)
}
