import type { MapPalette } from '../palette.ts'
import type { Picture } from './mark-image.ts'

/** Draws the tile of the "no data" hatch: thin diagonals that join at the edges. */
export function hatchImage(palette: MapPalette, pixelRatio: number): Picture {
  const side = 8
  const edge = side * pixelRatio
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = edge
  const pen = canvas.getContext('2d')!
  pen.scale(pixelRatio, pixelRatio)
  pen.strokeStyle = palette.ink2
  pen.globalAlpha = 0.35
  pen.lineWidth = 1
  pen.beginPath()
  for (const shift of [-side, 0, side]) {
    pen.moveTo(shift, side)
    pen.lineTo(shift + side, 0)
  }
  pen.stroke()
  const { data } = pen.getImageData(0, 0, edge, edge)
  return { width: edge, height: edge, data }
}
