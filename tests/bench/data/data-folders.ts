import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { installedVersion } from '../../../supabase/embedded/engine/installed-version.ts'
import { migrationsDir, repositoryRoot, standInsDir } from '../../support/schema-files.ts'
import { buildDataFolder } from './build-data-folder.ts'

/** Where everything of the bench is kept. */
export const benchCache = join(repositoryRoot, 'node_modules/.cache/bench')

/** Everything that decides what is in a data folder. */
function fingerprint(): string {
  const hash = createHash('sha256').update(installedVersion('@electric-sql/pglite'))
  for (const folder of [standInsDir, migrationsDir, import.meta.dirname]) {
    for (const file of readdirSync(folder).sort().filter((name) => /[.](sql|ts)$/.test(name))) {
      hash.update(file).update(readFileSync(join(folder, file)))
    }
  }
  return hash.digest('hex').slice(0, 12)
}

/**
 * A data folder with so many hotspots for one run to write in: a copy of a kept one, which is made first when the schema or the generator has
 * changed since.
 *
 * @param isFresh make it again in any case
 * @returns its path; the caller removes it
 */
export async function takeDataFolder(
  size: number,
  isFresh: boolean,
  say: (progress: string) => void,
): Promise<string> {
  mkdirSync(benchCache, { recursive: true })
  const kept = join(benchCache, `${size}-${fingerprint()}`)
  if (isFresh || !existsSync(kept)) {
    for (const name of readdirSync(benchCache).filter((name) => name.startsWith(`${size}-`))) {
      rmSync(join(benchCache, name), { recursive: true })
    }
    const unfinished = `${kept}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    await buildDataFolder(unfinished, size, say)
    renameSync(unfinished, kept)
  }
  const copy = join(benchCache, `run-${process.pid}-${size}`)
  cpSync(kept, copy, { recursive: true })
  return copy
}
