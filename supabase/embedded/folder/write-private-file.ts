import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'

/** Writes a small file that only its owner may read (mode 0600). A crash leaves the old one or the whole new one. */
export function writePrivateFile(file: string, text: string): void {
  const unfinished = `${file}.unfinished`
  const descriptor = openSync(unfinished, 'w', 0o600)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(unfinished, file)
}
