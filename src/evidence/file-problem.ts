import type { PhotoProblem } from './photo-problem.ts'
import { pictureKind } from './picture-kind.ts'
import { pictureSize } from './picture-size.ts'

/** A phone's largest photos have some 25 MB; what is larger is no snapshot. */
const MOST_BYTES = 40 * 1024 * 1024
/** Unpacked, a pixel takes four bytes: 400 MB, which a phone of today still holds for a moment. */
const MOST_PIXELS = 100_000_000

/**
 * Says why a file cannot become a photo, by its bytes and not by its name; null when nothing speaks against it.
 *
 * @param size of the whole file, in bytes
 * @param head its first bytes, up to 256 kB
 */
export function fileProblem(size: number, head: Uint8Array): PhotoProblem | null {
  if (size === 0) return 'empty'
  const kind = pictureKind(head)
  if (kind === 'heic' || kind === 'tiff' || kind === 'gif') return kind
  if (kind === 'markup') return 'svg'
  if (kind === 'other') return 'not_a_picture'
  const pixels = pictureSize(head)
  if (size > MOST_BYTES || (pixels && pixels.width * pixels.height > MOST_PIXELS)) return 'too_large'
  return null
}
