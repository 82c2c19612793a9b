import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Town } from '../town/town.ts'
import { basemapArchive } from './basemap-archive.ts'

/**
 * Writes the basemap of a town as a PMTiles archive (zoom 0 to 15, gzipped vector tiles), making the folder when it is
 * missing. The file appears whole or not at all; one that is there is replaced.
 */
export async function writeBasemap(town: Town, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.part`
  await writeFile(draft, basemapArchive(town))
  await rename(draft, file)
}
