import type { PgliteConnection } from '@supabase/lite/pglite'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { applySeed } from './apply-seed.ts'
import { bootstrap } from './bootstrap.ts'
import { DatabaseSession } from './database-session.ts'
import { demoAge, isOld, mayBeRenewed } from './demo-age.ts'
import { DurableNodeFS } from './durable-fs.ts'
import { ewkbToGeoJson } from './ewkb.ts'
import { migrate } from './migrate.ts'
import { openEngine } from './open-engine.ts'
import { resetSession } from './reset-session.ts'
import type { Seed } from './seed.ts'
import type { SeedOptions } from './seed-options.ts'
import { syncTree } from './sync-tree.ts'
import { bareTemplate, copyTemplate, isWorthKeeping, makeTemplate, seededTemplate } from './template.ts'

export interface PrepareOptions extends SeedOptions {
  folder: string
  durable: boolean
  /** What to do with the cache of prepared databases when this one is new: `use` it if it has one, or also `make` one for the next time. */
  template: 'use' | 'make'
  /** `YYYYMMDDHHMMSS_name.sql` files; the ones this database has not seen are applied. */
  migrationsDir: string
  /** Comes in once, after the migrations; null for nothing. */
  seed: Seed | null
  /** Told what people should know, as a sentence. */
  onNotice?: (notice: string) => void
}

export interface PreparedDatabase {
  connection: PgliteConnection
  session: DatabaseSession
}

/**
 * Opens the database in a folder, made if need be: what a Supabase project gives, then the migrations, then the seed. A demo township that looks
 * old and that nobody has touched is made anew.
 *
 * @throws {MigrationError} naming the file that failed
 */
export async function prepareDatabase(options: PrepareOptions): Promise<PreparedDatabase> {
  const database = await prepared(options)
  const age = options.seed?.kind === 'demo' ? await demoAge(database.session, Date.now()) : null
  if (!age || !isOld(age)) return database
  if (!mayBeRenewed(age)) {
    options.onNotice?.(oldDemo(age.days))
    return database
  }
  await database.connection.close()
  rmSync(options.folder, { recursive: true })
  return prepared({ ...options, seed: { kind: 'demo', hotspots: age.hotspots } })
}

async function prepared(options: PrepareOptions): Promise<PreparedDatabase> {
  const { folder, durable, onStep } = options
  const begun = existsSync(join(folder, 'PG_VERSION')) ? 'before' : beginning(options)
  const disk = durable ? new DurableNodeFS(folder) : null
  // A crash before the end leaves a folder that was never used and is thrown away.
  if (disk) disk.isFlushing = begun === 'before'
  if (begun === 'empty') onStep?.('engine')
  const connection = await openEngine(folder, disk)
  const session = new DatabaseSession(connection.driver)
  try {
    const isChanged = await complete(session, options, begun)
    if (disk && (begun !== 'before' || isChanged)) {
      await session.exec('checkpoint')
      syncTree(folder)
      disk.isFlushing = true
    }
    await readGeometriesAsGeoJson(session)
    return { connection, session }
  } catch (error) {
    await connection.close()
    throw error
  }
}

/** What a database is begun with: what is there, a copy from the cache (of all of it, or of the engine's part), or nothing. */
type Beginning = 'before' | 'seeded' | 'bare' | 'empty'

function beginning({ folder, migrationsDir, seed, maker }: PrepareOptions): Beginning {
  if (copyTemplate(seededTemplate(migrationsDir, seed), folder)) return 'seeded'
  if (seed?.kind === 'demo') void maker?.begin(seed.hotspots) // beside the engine and the migrations
  return copyTemplate(bareTemplate(), folder) ? 'bare' : 'empty'
}

const oldDemo = (days: number) =>
  `演示数据是 ${days} 天前的,保留原样:换一个 --data-dir 即可生成今天的。\n` +
  `The demo is ${days} days old and kept as it is: another --data-dir gets one of today.`

/** @returns whether the bootstrap or the seed had anything to do */
async function complete(session: DatabaseSession, options: PrepareOptions, begun: Beginning): Promise<boolean> {
  const { folder, template, migrationsDir, seed, maker, onStep, onProgress } = options
  const keep = async (name: () => string) => {
    const kept = name()
    await makeTemplate(kept, async (target) => {
      await session.exec('checkpoint')
      cpSync(folder, target, { recursive: true })
      return name() === kept // or a migration was edited meanwhile
    })
  }
  const isMade = begun === 'empty' || begun === 'bare'
  const isKept = template === 'make' && isMade
  const isChanged = await bootstrap(session)
  await resetSession(session)
  if (isKept && begun === 'empty') await keep(bareTemplate)
  if (isMade) onStep?.('tables')
  await migrate(session, migrationsDir)
  const isSeeded = seed !== null && (await applySeed(session, seed, { maker, onStep, onProgress }))
  if (isKept && isWorthKeeping(seed)) await keep(() => seededTemplate(migrationsDir, seed))
  return isChanged || isSeeded
}

/** The number of an extension's type differs from database to database. */
async function readGeometriesAsGeoJson(session: DatabaseSession): Promise<void> {
  const types = await session.query<{ oid: number }>(`select oid::int as oid from pg_type where typname = 'geometry'`)
  for (const { oid } of types) session.pglite.parsers[oid] = ewkbToGeoJson
}
