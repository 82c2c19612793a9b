import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ByteSource } from '../../../../src/importing/files/byte-source.ts'
import type { Say } from '../../../../src/importing/telling/say.ts'
import { Failure } from './failure.ts'

const CHUNK_BYTES = 256 * 1024

/** A file of this machine, to be read as often as needed. Throws `Failure` when it cannot be. */
export async function openFile(path: string, say: Say): Promise<ByteSource> {
  try {
    const { size } = await stat(path)
    return {
      name: basename(path),
      sizeBytes: size,
      read: () => createReadStream(path, { highWaterMark: CHUNK_BYTES }),
    }
  } catch (error) {
    throw new Failure(say('command.fileUnreadable', { path, detail: error instanceof Error ? error.message : '' }))
  }
}
