import { createHash } from 'node:crypto'
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bootstrapHash } from './bootstrap.ts'
import { cacheFolder } from './cache-folder.ts'
import { installedVersion } from './installed-version.ts'

/**
 * Making a cluster and its extensions takes 8 s, copying a prepared one 0.2 s. A prepared database is a folder in the cache, named after
 * everything it was made of.
 *
 * @param target where the database shall be; must not exist
 * @returns whether a prepared one was there to copy
 */
export function copyTemplate(target: string): boolean {
  const template = templateFolder()
  if (!template || !existsSync(template)) return false
  cpSync(template, target, { recursive: true })
  return true
}

/**
 * Keeps a copy of a freshly prepared database for the next start. Does nothing where there is no cache or it already has one.
 *
 * @param source a closed database with nothing in it but the bootstrap
 */
export function keepTemplate(source: string): void {
  const template = templateFolder()
  if (!template || existsSync(template)) return
  const unfinished = `${template}.${process.pid}`
  try {
    cpSync(source, unfinished, { recursive: true })
    renameSync(unfinished, template)
  } catch {
    rmSync(unfinished, { recursive: true, force: true }) // disk full, or another process was quicker
  }
}

function templateFolder(): string | null {
  const folder = cacheFolder()
  if (!folder) return null
  const hash = createHash('sha256').update(bootstrapHash()).update(installedVersion('@electric-sql/pglite'))
  hash.update(installedVersion('@electric-sql/pglite-postgis'))
  return join(folder, `database-${hash.digest('hex').slice(0, 16)}`)
}
