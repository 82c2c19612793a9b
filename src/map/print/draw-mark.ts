import type { StatusGroup } from '../../domain/status-group.ts'
import { MARK_DISTANCE } from '../marks/mark-distance.ts'
import type { Pen } from './pen.ts'

/** Draws the mark of a status group as the map draws it, with its middle and radius in millimetres. */
export function drawMark(pen: Pen, group: StatusGroup, x: number, y: number, radius: number, color: string): void {
  const distance = MARK_DISTANCE[group]
  const pixels = Math.ceil(radius * pen.pixelsPerMm) * 2 + 2
  const picture = new OffscreenCanvas(pixels, pixels)
  const context = picture.getContext('2d')
  if (!context) return
  context.fillStyle = color
  context.fillRect(0, 0, pixels, pixels)
  const image = context.getImageData(0, 0, pixels, pixels)
  const half = (pixels - 2) / 2
  for (let row = 0; row < pixels; row++) {
    for (let column = 0; column < pixels; column++) {
      const away = distance((column + 0.5 - pixels / 2) / half, (row + 0.5 - pixels / 2) / half) * half
      image.data[(row * pixels + column) * 4 + 3] = 255 * Math.min(1, Math.max(0, 0.5 - away))
    }
  }
  context.putImageData(image, 0, 0)
  const size = pixels / pen.pixelsPerMm
  pen.image(picture, { x: x - size / 2, y: y - size / 2, width: size, height: size })
}
