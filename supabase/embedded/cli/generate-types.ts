import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { openDatabase } from '../database.ts'
import { readCatalogue, type ReadCatalogue } from './types/catalogue.ts'
import { renderDatabaseTypes } from './types/render.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Where the types of the database stand. */
export const databaseTypesFile = join(root, 'src/data/database.types.ts')

/**
 * The text that `database.types.ts` has to have for a database.
 *
 * @param read runs SQL on it as the owner
 */
export async function databaseTypes(read: ReadCatalogue): Promise<string> {
  return renderDatabaseTypes(await readCatalogue(read))
}

/** `npm run types` writes the file; with `--check` it only says whether the file is current. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
  const database = await openDatabase({ migrationsDir: join(root, 'supabase/migrations'), seed: null })
  const wanted = await databaseTypes((sql) => database.query(sql)).finally(() => database.close())
  const found = existsSync(databaseTypesFile) ? readFileSync(databaseTypesFile, 'utf8') : null
  if (found === wanted) {
    console.log('src/data/database.types.ts is current.')
  } else if (values.check) {
    console.error('src/data/database.types.ts does not match the migrations: run npm run types.')
    process.exitCode = 1
  } else {
    writeFileSync(databaseTypesFile, wanted)
    console.log('src/data/database.types.ts is written.')
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
