import { ok, refused, type Result } from '../domain/result.ts'
import { differenceHash } from './difference-hash.ts'
import { drawAt, jpegOf, pixelsOf, wipe } from './drawing-board.ts'
import { fileProblem } from './file-problem.ts'
import { fitWithin } from './fit-within.ts'
import type { PhotoProblem } from './photo-problem.ts'
import type { PreparedPhoto } from './prepared-photo.ts'
import { readExif } from './read-exif.ts'
import { sha256 } from './sha256.ts'

/** How far it is, from 0 to 1. */
export type Progress = (share: number) => void

const HEAD_BYTES = 256 * 1024
/** Enough to read a shop sign across a street on a full screen, and small enough for a village's network. */
const LONG_SIDE = 1920
const THUMB_SIDE = 320
const MOST_BYTES = 590_000
/** Tried one after the other until the file is small enough; only foliage and gravel come to the later ones. */
const QUALITIES = [0.82, 0.74, 0.64, 0.52, 0.4]

/**
 * Makes a photo of a file: judged by its bytes, turned upright, at most 1920 pixels long, a JPEG of some hundred kilobytes with a small copy. Time and
 * place are read from EXIF before the new files are written, which have none. Holds one unpacked picture at a time.
 */
export async function makePhoto(
  file: Blob,
  onProgress: Progress = () => {},
): Promise<Result<PreparedPhoto, PhotoProblem>> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  const problem = fileProblem(file.size, head)
  if (problem) return refused(problem)
  const exif = await readExif(head)
  onProgress(0.2)
  const drawn = await unpackAndDraw(file)
  if (!drawn) return refused('unreadable')
  onProgress(0.6)
  const size = { width: drawn.width, height: drawn.height }
  const picture = await smallJpeg(drawn)
  const small = drawAt(drawn, fitWithin(size, THUMB_SIDE))
  wipe(drawn)
  const thumb = await jpegOf(small, 0.8)
  const dhash = differenceHash(pixelsOf(small), small.width, small.height)
  wipe(small)
  onProgress(0.9)
  const hash = await sha256(new Uint8Array(await picture.arrayBuffer()))
  onProgress(1)
  return ok({ picture, thumb, facts: { ...size, bytes: picture.size, ...exif, sha256: hash, dhash } })
}

async function unpackAndDraw(file: Blob) {
  let unpacked: ImageBitmap
  try {
    unpacked = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return null // the bytes begin like a picture and are none
  }
  try {
    return drawAt(unpacked, fitWithin(unpacked, LONG_SIDE))
  } finally {
    unpacked.close()
  }
}

async function smallJpeg(drawn: Parameters<typeof jpegOf>[0]): Promise<Blob> {
  let jpeg = await jpegOf(drawn, QUALITIES[0]!)
  for (const quality of QUALITIES.slice(1)) {
    if (jpeg.size <= MOST_BYTES) break
    jpeg = await jpegOf(drawn, quality)
  }
  return jpeg
}
