import { penOf } from '../../../map/print/pen.ts'
import { drawSheet } from '../../../map/print/draw-sheet.ts'
import { PrintFailure } from '../../../map/print/print-failure.ts'
import { pdfOfJpeg } from '../../../map/print/pdf-of-jpeg.ts'
import { withResolution } from '../../../map/print/png-resolution.ts'
import { scaleNumber } from '../../../map/print/scale.ts'
import type { SheetContent } from '../../../map/print/sheet-content.ts'
import type { Sheet } from '../../../map/print/sheet.ts'
import type { Camera } from '../../../map/town-map-types.ts'
import { PALETTES } from '../../../map/palette.ts'

/** What printers ask for. */
export const DOTS_PER_INCH = 300
/** What a screen shows of a sheet; a pixel of CSS. */
export const PREVIEW_DOTS = 96
const JPEG_QUALITY = 0.92

/** A sheet drawn on a canvas with so many dots an inch. Paper is light, whatever the screen is. */
export function paintSheet(
  canvas: HTMLCanvasElement,
  dotsPerInch: number,
  sheet: Sheet,
  content: SheetContent,
  map: ImageBitmap,
  { zoom, lat }: Camera,
): void {
  const pixelsPerMm = dotsPerInch / 25.4
  canvas.width = Math.round(sheet.widthMm * pixelsPerMm)
  canvas.height = Math.round(sheet.heightMm * pixelsPerMm)
  const context = canvas.getContext('2d')
  if (!context) throw new PrintFailure('tooLarge')
  drawSheet(penOf(context, pixelsPerMm), sheet, content, PALETTES.light, map, scaleNumber(zoom, lat))
}

/** The file of a painted sheet. */
export async function fileOfSheet(
  canvas: HTMLCanvasElement,
  format: 'png' | 'pdf',
  sheet: Sheet,
  title: string,
): Promise<Blob> {
  if (format === 'png') {
    const png = withResolution(await bytesOf(canvas, 'image/png'), DOTS_PER_INCH)
    return new Blob([png], { type: 'image/png' })
  }
  const jpeg = await bytesOf(canvas, 'image/jpeg', JPEG_QUALITY)
  const { widthMm, heightMm } = sheet
  return pdfOfJpeg(jpeg, { widthPx: canvas.width, heightPx: canvas.height, widthMm, heightMm, title })
}

async function bytesOf(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await new Promise<Blob>((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new PrintFailure('tooLarge'))), type, quality),
  )
  return new Uint8Array(await picture.arrayBuffer())
}
