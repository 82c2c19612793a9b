import type { PgliteConnection } from '@supabase/lite/pglite'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bootstrap } from './bootstrap.ts'
import { DatabaseSession } from './database-session.ts'
import { ewkbToGeoJson } from './ewkb.ts'
import { openEngine } from './open-engine.ts'
import { resetSession } from './reset-session.ts'
import { syncTree } from './sync-tree.ts'
import { copyTemplate, keepTemplate } from './template.ts'

export interface PreparedOptions {
  folder: string
  durable: boolean
  /** What to do with the cache of prepared databases when this one is new: `use` it if it is there, or also `make` it for the next time. */
  template: 'use' | 'make'
}

export interface Prepared {
  connection: PgliteConnection
  session: DatabaseSession
}

/** Opens the database in a folder with everything in place that has to stand before the first migration. */
export async function openPrepared({ folder, durable, template }: PreparedOptions): Promise<Prepared> {
  const isNew = !existsSync(join(folder, 'PG_VERSION'))
  const isCopy = isNew && copyTemplate(folder)
  let prepared = await open(folder, durable)
  const isChanged = await bootstrap(prepared.session)
  if (isNew && !isCopy && template === 'make') {
    await prepared.connection.close()
    keepTemplate(folder)
    prepared = await open(folder, durable)
  }
  if (durable && (isNew || isChanged)) {
    await prepared.session.exec('checkpoint')
    syncTree(folder)
  }
  await resetSession(prepared.session)
  await readGeometriesAsGeoJson(prepared.session)
  return prepared
}

async function open(folder: string, durable: boolean): Promise<Prepared> {
  const connection = await openEngine(folder, durable)
  return { connection, session: new DatabaseSession(connection.driver) }
}

/** The number of an extension's type differs from database to database. */
async function readGeometriesAsGeoJson(session: DatabaseSession): Promise<void> {
  const types = await session.query<{ oid: number }>(`select oid::int as oid from pg_type where typname = 'geometry'`)
  for (const { oid } of types) session.pglite.parsers[oid] = ewkbToGeoJson
}
