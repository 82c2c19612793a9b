import { shallowRef, type ShallowRef } from 'vue'
import { sourceOfBlob, type ByteSource } from '../../importing/files/byte-source.ts'
import { formatOf, type FileFormat } from '../../importing/files/file-format.ts'
import { asResult, type FileRefusal } from '../../importing/files/file-refusal.ts'
import { profileOf, type FileProfile } from '../../importing/guessing/file-profile.ts'

/** A file that was read and may be mapped. */
export interface ReadyFile {
  readonly source: ByteSource
  readonly format: FileFormat
  readonly profile: FileProfile
}

/** Where the choosing of a file stands. */
export type ChosenFile =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly name: string; readonly rows: number }
  | { readonly state: 'too_large'; readonly name: string; readonly sizeBytes: number }
  | { readonly state: 'refused'; readonly name: string; readonly refusal: FileRefusal }
  | { readonly state: 'gone'; readonly name: string }
  | ({ readonly state: 'ready' } & ReadyFile)

/** Above this a browser is the wrong tool: the command streams. */
export const MOST_BYTES = 100 * 1024 * 1024

/** A file that a person chooses, read as far as its columns. A new choice drops the one before. */
export function useChosenFile(): {
  chosen: ShallowRef<ChosenFile>
  choose: (file: File) => Promise<void>
  drop: () => void
} {
  const chosen = shallowRef<ChosenFile>({ state: 'none' })
  let reading = new AbortController()

  function drop(): void {
    reading.abort()
    chosen.value = { state: 'none' }
  }

  async function choose(file: File): Promise<void> {
    drop()
    reading = new AbortController()
    const { signal } = reading
    const { name } = file
    if (file.size > MOST_BYTES) {
      chosen.value = { state: 'too_large', name, sizeBytes: file.size }
      return
    }
    chosen.value = { state: 'reading', name, rows: 0 }
    try {
      const source = sourceOfBlob(file, name)
      const read = await asResult(async () => {
        const format = await formatOf(source)
        const onRows = (rows: number) => (chosen.value = { state: 'reading', name, rows })
        return { source, format, profile: await profileOf(source, format, { signal, onRows }) }
      })
      chosen.value = read.ok ? { state: 'ready', ...read.value } : { state: 'refused', name, refusal: read.error }
    } catch (error) {
      if (signal.aborted) return
      if (!isGone(error)) throw error
      chosen.value = { state: 'gone', name }
    }
  }

  return { chosen, choose, drop }
}

/** True for what a browser throws when a file was moved or changed after it had been chosen. */
export function isGone(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError')
}
