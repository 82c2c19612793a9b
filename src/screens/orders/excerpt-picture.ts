import type { DocumentPicture } from '../../documents/order-docx.ts'
import type { MapExcerpt } from '../../documents/map-excerpt.ts'
import { excerptSvg } from './excerpt-svg.ts'

/** Two pixels of the picture for one of the excerpt: 200 to an inch of paper. */
const SHARPNESS = 2

/** A map excerpt as a PNG. */
export async function excerptPicture(excerpt: MapExcerpt): Promise<DocumentPicture> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(excerptSvg(excerpt))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = excerpt.width * SHARPNESS
  canvas.height = excerpt.height * SHARPNESS
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('The map excerpt could not be drawn.')
  return { type: 'png', bytes: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height }
}
