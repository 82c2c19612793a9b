import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { cacheFolder } from '../engine/cache-folder.ts'
import { demoSources } from '../engine/template.ts'

/**
 * Puts the demo township's own map archive into its place unless it is there: a copy from the cache, or a new one. Making it takes seconds.
 *
 * @param file where it is to be; its folder is made
 * @param write makes a new one in the file it is given
 */
export async function ensureBasemap(file: string, write: (file: string) => Promise<void>): Promise<void> {
  if (existsSync(file)) return
  const hash = createHash('sha256')
  for (const source of demoSources(['town', 'basemap'])) hash.update(readFileSync(source)).update('\0')
  const name = `basemap-${hash.digest('hex').slice(0, 16)}.pmtiles`
  const cache = cacheFolder()
  const kept = cache && join(cache, name)
  if (kept && existsSync(kept)) return put(kept, file)
  const unfinished = `${kept ?? file}.${process.pid}-${threadId}.unfinished`
  mkdirSync(dirname(unfinished), { recursive: true })
  await write(unfinished)
  if (!kept) return renameSync(unfinished, file)
  for (const old of readdirSync(cache).filter((old) => /^basemap-\w+\.pmtiles$/.test(old))) rmSync(join(cache, old))
  renameSync(unfinished, kept)
  put(kept, file)
}

/** Whole or not at all: a start may be interrupted. */
function put(from: string, file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  cpSync(from, `${file}.unfinished`)
  renameSync(`${file}.unfinished`, file)
}
