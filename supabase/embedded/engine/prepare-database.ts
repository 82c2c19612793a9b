import type { PgliteConnection } from '@supabase/lite/pglite'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bootstrap } from './bootstrap.ts'
import { DatabaseSession } from './database-session.ts'
import { demoAge, isOld, mayBeRenewed } from './demo-age.ts'
import { ewkbToGeoJson } from './ewkb.ts'
import type { LoadProgress } from '../../demo/load/load-demo.ts'
import { migrate } from './migrate.ts'
import { openEngine } from './open-engine.ts'
import { resetSession } from './reset-session.ts'
import { applySeed, type Seed } from './seed.ts'
import { syncTree } from './sync-tree.ts'
import { bareTemplate, copyTemplate, isWorthKeeping, makeTemplate, seededTemplate } from './template.ts'

export interface PrepareOptions {
  folder: string
  durable: boolean
  /** What to do with the cache of prepared databases when this one is new: `use` it if it has one, or also `make` one for the next time. */
  template: 'use' | 'make'
  /** `YYYYMMDDHHMMSS_name.sql` files; the ones this database has not seen are applied. */
  migrationsDir: string
  /** Comes in once, after the migrations; null for nothing. */
  seed: Seed | null
  /** Told how far the demo township has been loaded. */
  onProgress?: (progress: LoadProgress) => void
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
  const { folder, durable, template } = options
  const isNew = !existsSync(join(folder, 'PG_VERSION'))
  if (isNew) {
    if (template === 'make') await makeTemplates(options)
    const seeded = seededTemplate(options.migrationsDir, options.seed)
    if (!copyTemplate(seeded, folder)) copyTemplate(bareTemplate(), folder)
  }
  const database = await open(folder, durable)
  try {
    const isChanged = await complete(database.session, options)
    if (durable && (isNew || isChanged)) {
      await database.session.exec('checkpoint')
      syncTree(folder)
    }
    await readGeometriesAsGeoJson(database.session)
    return database
  } catch (error) {
    await database.connection.close()
    throw error
  }
}

const oldDemo = (days: number) =>
  `演示数据是 ${days} 天前的,保留原样:换一个 --data-dir 即可生成今天的。\n` +
  `The demo is ${days} days old and kept as it is: another --data-dir gets one of today.`

async function open(folder: string, durable: boolean): Promise<PreparedDatabase> {
  const connection = await openEngine(folder, durable)
  return { connection, session: new DatabaseSession(connection.driver) }
}

/** @returns whether the bootstrap or the seed had anything to do */
async function complete(
  session: DatabaseSession,
  { migrationsDir, seed, onProgress }: PrepareOptions,
): Promise<boolean> {
  const isChanged = await bootstrap(session)
  await resetSession(session)
  await migrate(session, migrationsDir)
  const isSeeded = seed !== null && (await applySeed(session, seed, onProgress ?? (() => {})))
  return isChanged || isSeeded
}

async function makeTemplates(options: PrepareOptions): Promise<void> {
  const made = async (target: string, work: (session: DatabaseSession) => Promise<unknown>) => {
    const database = await open(target, false)
    try {
      await work(database.session)
    } finally {
      await database.connection.close()
    }
  }
  await makeTemplate(bareTemplate(), async (target) => {
    await made(target, bootstrap)
    return true
  })
  const name = () => seededTemplate(options.migrationsDir, options.seed)
  if (!isWorthKeeping(options.seed)) return
  const seeded = name()
  await makeTemplate(seeded, async (target) => {
    copyTemplate(bareTemplate(), target)
    await made(target, (session) => complete(session, options))
    return name() === seeded // or a migration was edited meanwhile
  })
}

/** The number of an extension's type differs from database to database. */
async function readGeometriesAsGeoJson(session: DatabaseSession): Promise<void> {
  const types = await session.query<{ oid: number }>(`select oid::int as oid from pg_type where typname = 'geometry'`)
  for (const { oid } of types) session.pglite.parsers[oid] = ewkbToGeoJson
}
