import type { FileReason, RowReason } from '../../domain/import-reason.ts'
import { ok, refused, type Result } from '../../domain/result.ts'

/** What a sentence about a refused file may have to name. */
export interface FileRefusalFacts {
  /** 1-based row of a table or line of a text. */
  line?: number
  column?: string
  /** Names of columns, keys or the like that the sentence lists. */
  names?: string[]
  /** Doubled keys, at most five, with the lines they stand on. */
  doubles?: readonly { readonly key: string; readonly lines: readonly number[] }[]
  reason?: RowReason
  count?: number
  rows?: number
  found?: string
}

/** The whole file is refused, and why; nothing of it is written. */
export interface FileRefusal extends FileRefusalFacts {
  readonly code: FileReason
}

/** Carries a refusal out of the middle of a stream; `asResult` turns it back into a value. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly refusal: FileRefusal

  constructor(code: FileReason, facts: FileRefusalFacts = {}) {
    super(code)
    this.refusal = { code, ...facts }
  }
}

/** Runs something that reads a file; a `FileRefused` thrown on the way becomes the refusal, anything else goes on up. */
export async function asResult<T>(read: () => Promise<T>): Promise<Result<T, FileRefusal>> {
  try {
    return ok(await read())
  } catch (error) {
    if (error instanceof FileRefused) return refused(error.refusal)
    throw error
  }
}
