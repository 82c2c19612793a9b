import type { PictureSize } from './picture-size.ts'

type Board = OffscreenCanvas | HTMLCanvasElement

/** A canvas: one that needs no page where there is one, so that it works in a worker too. */
function board({ width, height }: PictureSize): Board {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(width, height)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}

/**
 * A picture drawn at another size, on white where it is transparent.
 *
 * @throws {Error} when the browser has no memory left for it
 */
export function drawAt(picture: CanvasImageSource, size: PictureSize): Board {
  const canvas = board(size)
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D | null
  if (!context) throw new Error('no canvas')
  context.fillStyle = 'white'
  context.fillRect(0, 0, size.width, size.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, size.width, size.height)
  return canvas
}

/** The pixels of what was drawn, four bytes each. */
export function pixelsOf(canvas: Board): Uint8ClampedArray {
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D
  return context.getImageData(0, 0, canvas.width, canvas.height).data
}

/** What was drawn as a JPEG: pixels and nothing else, no EXIF. */
export async function jpegOf(canvas: Board, quality: number): Promise<Blob> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type: 'image/jpeg', quality })
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no JPEG'))), 'image/jpeg', quality)
  })
}

/** Gives the memory of a canvas back at once: some browsers keep it until much later. */
export function wipe(canvas: Board): void {
  canvas.width = 0
  canvas.height = 0
}
