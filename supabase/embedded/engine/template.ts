import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { dayOf } from '../../demo/life/calendar.ts'
import { bootstrapHash } from './bootstrap.ts'
import { cacheFolder, repositoryRoot } from './cache-folder.ts'
import { installedVersion } from './installed-version.ts'
import { migrationFiles } from './migrate.ts'
import type { Seed } from './seed.ts'

/** Templates change with every edit of a migration; so many of the last used are kept, at about 70 MB each. */
const KEPT = { bare: 1, seeded: 4 }
const HOUR_MS = 3_600_000

/** Names the prepared database without any migration, after everything it is made of. */
export function bareTemplate(): string {
  const parts = [bootstrapHash(), ...['@electric-sql/pglite', '@electric-sql/pglite-postgis'].map(installedVersion)]
  return `bare-${hashOf(parts)}`
}

/** A demo of more cases is loaded where it is needed: its copy would take more of the disk than its making takes of anybody's time. */
export const isWorthKeeping = (seed: Seed | null): boolean => seed?.kind !== 'demo' || seed.hotspots <= 50_000

/** Names the prepared database with these migrations and this seed. Also after the day: a seed may reckon from now. */
export function seededTemplate(migrationsDir: string, seed: Seed | null): string {
  const files = migrationFiles(migrationsDir).map((file) => join(migrationsDir, file))
  files.push(...filesOf(seed))
  const day = dayOf(Date.now())
  const cases = seed?.kind === 'demo' ? String(seed.hotspots) : 'script'
  return `seeded-${hashOf([bareTemplate(), day, cases, ...files.flatMap((file) => [file, readFileSync(file, 'utf8')])])}`
}

/**
 * Making a cluster and its extensions takes seconds, migrations and seed some more, copying a prepared database 0.2 s. A prepared database is a
 * folder in the cache, as it was at a checkpoint.
 *
 * @param target where the database shall be; must not exist
 * @returns whether one of this name was there to copy
 */
export function copyTemplate(name: string, target: string): boolean {
  const folder = cacheFolder()
  if (!folder || !existsSync(join(folder, name))) return false
  try {
    cpSync(join(folder, name), target, { recursive: true })
    utimesSync(join(folder, name), new Date(), new Date()) // used now: others are forgotten first
    return true
  } catch {
    rmSync(target, { recursive: true, force: true }) // taken out of the cache meanwhile
    return false
  }
}

/**
 * Puts a prepared database into the cache. Does nothing where there is no cache or it has this one.
 *
 * @param make puts it into the folder it is given and says whether it may be kept
 * @throws what `make` throws; a cache that cannot be written to is no error
 */
export async function makeTemplate(name: string, make: (target: string) => Promise<boolean>): Promise<void> {
  const folder = cacheFolder()
  if (!folder || existsSync(join(folder, name))) return
  const unfinished = join(folder, `unfinished-${name}-${process.pid}-${threadId}`)
  try {
    if (await make(unfinished)) moveIfPossible(unfinished, join(folder, name))
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  dropOld(folder)
}

/** The script, or the sources of what makes the demo. */
function filesOf(seed: Seed | null): string[] {
  if (seed === null) return []
  if (seed.kind === 'script') return [seed.file]
  return demoSources(['town', 'life', 'load'])
}

/** The source files of some rooms of the demo, in order. */
export function demoSources(rooms: readonly string[]): string[] {
  const demo = join(repositoryRoot, 'supabase', 'demo')
  return rooms.flatMap((room) =>
    readdirSync(join(demo, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => join(demo, room, file)),
  )
}

function moveIfPossible(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch {
    // another process was quicker, and its one is as good
  }
}

/** Also what a killed process left unfinished. */
function dropOld(folder: string): void {
  const aged = readdirSync(folder).map((name) => ({ name, ageMs: Date.now() - statSync(join(folder, name)).mtimeMs }))
  aged.sort((a, b) => a.ageMs - b.ageMs)
  const beyond = (kind: keyof typeof KEPT) => aged.filter(({ name }) => name.startsWith(`${kind}-`)).slice(KEPT[kind])
  const forgotten = aged.filter(({ name, ageMs }) => name.startsWith('unfinished-') && ageMs > HOUR_MS)
  for (const { name } of [...beyond('bare'), ...beyond('seeded'), ...forgotten]) {
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function hashOf(parts: string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex').slice(0, 16)
}
