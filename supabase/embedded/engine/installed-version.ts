import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The version of an installed package whose entry stands in its `dist` folder, as PGlite's do. */
export function installedVersion(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name)
  return (JSON.parse(readFileSync(join(entry, '..', '..', 'package.json'), 'utf8')) as { version: string }).version
}
