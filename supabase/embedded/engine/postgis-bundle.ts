import { postgis } from '@electric-sql/pglite-postgis'
import type { Extension } from '@electric-sql/pglite'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { cacheFolder } from './cache-folder.ts'
import { installedVersion } from './installed-version.ts'
import { type InstantiateOptions, quickSymbols } from './quick-symbols.ts'

const BLOCK = 512

/**
 * PostGIS for PGlite without the parts nobody here uses. The published bundle holds raster, topology, the tiger geocoder and every upgrade
 * path: 95 MB that PGlite unpacks, and whose libraries it compiles, at every start. Without them a start is 1.5 s shorter and takes
 * 350 MB less memory (measured). Its functions are found quickly (quick-symbols.ts). Where no cache can be written, the published bundle is used as it is.
 */
export const smallPostgis: Extension = {
  name: postgis.name,
  setup: async (pglite, emscripten) => {
    const extension = await postgis.setup(pglite, emscripten)
    quickSymbols(extension.emscriptenOpts as InstantiateOptions)
    const bundle = extension.bundlePath && smallBundle(extension.bundlePath)
    return bundle ? { ...extension, bundlePath: bundle } : extension
  },
}

function smallBundle(published: URL): URL | null {
  const folder = cacheFolder()
  if (!folder) return null
  const { size } = statSync(published)
  const key = createHash('sha256')
    .update(`${installedVersion('@electric-sql/pglite-postgis')} ${size} 1`)
    .digest('hex')
    .slice(0, 16)
  const file = join(folder, `postgis-${key}.tar.gz`)
  if (!existsSync(file)) {
    const small = gzipSync(keepNeeded(gunzipSync(readFileSync(published))), { level: 1 })
    const unfinished = `${file}.${process.pid}`
    try {
      writeFileSync(unfinished, small)
      renameSync(unfinished, file)
    } catch {
      return null // disk full or read-only: the published bundle does as well
    }
  }
  return pathToFileURL(file)
}

/** Copies the wanted entries of a tar archive, block by block, and leaves the others out. */
function keepNeeded(tar: Buffer): Buffer {
  const kept: Buffer[] = []
  for (let at = 0; at + BLOCK <= tar.length;) {
    const name = text(tar, at, 100)
    if (name === '') break
    const size = Number.parseInt(text(tar, at + 124, 12).trim() || '0', 8)
    const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK
    if (isNeeded(name)) kept.push(tar.subarray(at, end))
    at = end
  }
  kept.push(Buffer.alloc(2 * BLOCK))
  return Buffer.concat(kept)
}

const text = (tar: Buffer, at: number, length: number) => tar.toString('latin1', at, at + length).replace(/\0.*$/s, '')

function isNeeded(name: string): boolean {
  if (/postgis_(raster|topology)|\/contrib\//.test(name)) return false
  const script = /\/extension\/([^/]+)$/.exec(name)?.[1]
  return !script || script === 'postgis.control' || /^postgis--\d+\.\d+\.\d+\.sql$/.test(script)
}
