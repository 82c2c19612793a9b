import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { writeBasemap } from '../../demo/basemap/write-basemap.ts'
import { cacheFolder } from './cache-folder.ts'
import { demoTown } from './demo-town.ts'
import { demoSources } from './template.ts'

/**
 * Writes the demo township's own map archive, or copies it from the cache. Making it takes seconds, copying none.
 *
 * @param file where it is to be; its folder is made
 */
export async function ensureBasemap(file: string): Promise<void> {
  const hash = createHash('sha256')
  for (const source of demoSources(['town', 'basemap'])) hash.update(readFileSync(source)).update('\0')
  const name = `basemap-${hash.digest('hex').slice(0, 16)}.pmtiles`
  const cache = cacheFolder()
  const kept = cache && join(cache, name)
  if (kept && existsSync(kept)) return put(kept, file)
  const unfinished = `${kept ?? file}.${process.pid}-${threadId}.unfinished`
  mkdirSync(dirname(unfinished), { recursive: true })
  await writeBasemap(demoTown(), unfinished)
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
