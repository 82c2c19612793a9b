import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root: where node_modules, dist and supabase stand. */
export const repositoryRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

/**
 * The folder for things that can always be made again (prepared databases, the small PostGIS bundle).
 *
 * @returns its path, or null where nothing may be written: then everything works without it, only slower
 */
export function cacheFolder(): string | null {
  const folder = join(repositoryRoot, 'node_modules', '.cache', 'embedded-backend')
  try {
    mkdirSync(folder, { recursive: true })
    return folder
  } catch {
    return null // a read-only installation: a cache is a convenience, not a need
  }
}
