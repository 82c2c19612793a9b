import type { PictureSize } from './picture-size.ts'

/** The size whose longer side is `most` pixels at most, with the same proportions; never larger than it was, never 0. */
export function fitWithin({ width, height }: PictureSize, most: number): PictureSize {
  const scale = Math.min(1, most / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
