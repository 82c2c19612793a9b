import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { FileFormat } from '../../../../src/importing/files/file-format.ts'
import { refusedFile, type RefusedFile } from '../../../../src/importing/running/refused-file.ts'
import type { Say } from '../../../../src/importing/telling/say.ts'
import { tellRowRefusal } from '../../../../src/importing/telling/tell-refusal.ts'

/** A file on this machine for the refused rows; emptied when it is there. `end` resolves when it is written. */
export async function refusedOutput(
  path: string,
  format: FileFormat,
  usedColumns: readonly string[],
  say: Say,
): Promise<RefusedFile> {
  const stream = createWriteStream(path)
  await once(stream, 'open')
  const file = refusedFile(
    format,
    usedColumns,
    (refused) => tellRowRefusal(refused, say),
    async (text) => {
      if (!stream.write(text)) await once(stream, 'drain')
    },
  )
  return {
    add: (row, refused) => file.add(row, refused),
    async end() {
      await file.end()
      stream.end()
      await once(stream, 'finish')
    },
  }
}
