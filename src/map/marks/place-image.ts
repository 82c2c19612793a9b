import type { PlaceKind } from '../../domain/place.ts'
import type { MapPalette } from '../palette.ts'
import type { Picture } from './mark-image.ts'
import { PLACE_GLYPHS } from './place-glyphs.ts'

/** Side of a place icon in CSS pixels. */
const SIDE = 20

/** Draws a place: a small quiet tile with its glyph, so that it never competes with the marks. */
export function placeImage(kind: PlaceKind, palette: MapPalette, pixelRatio: number): Picture {
  const edge = SIDE * pixelRatio
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = edge
  const pen = canvas.getContext('2d')!
  pen.scale(pixelRatio, pixelRatio)
  pen.fillStyle = palette.surface
  pen.strokeStyle = palette.line
  pen.lineWidth = 1
  pen.beginPath()
  pen.roundRect(0.5, 0.5, SIDE - 1, SIDE - 1, 5)
  pen.fill()
  pen.stroke()
  pen.translate(2.5, 2.5)
  pen.scale(15 / 16, 15 / 16)
  pen.fillStyle = palette.ink2
  pen.fill(glyphOf(kind), 'evenodd')
  const { data } = pen.getImageData(0, 0, edge, edge)
  return { width: edge, height: edge, data }
}

function glyphOf(kind: PlaceKind): Path2D {
  return new Path2D(PLACE_GLYPHS[kind])
}
