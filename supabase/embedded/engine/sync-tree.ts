import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Flushes a folder and everything in it to the disk. Needed once, after the files of a new database were copied in without it; from then on
 * PostgreSQL flushes what it writes.
 *
 * @param folder must not be written to meanwhile
 */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else if (entry.isFile()) flush(path, 'r+')
  }
  if (process.platform !== 'win32') flush(folder, 'r') // Windows cannot open a folder
}

function flush(path: string, flags: string): void {
  const descriptor = openSync(path, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
