import { STATUS_GROUPS } from '../../domain/status-group.ts'
import type { Picture } from '../marks/mark-image.ts'
import type { MapPalette } from '../palette.ts'
import { DISC_RADII, RING_ARCS } from './ring-key.ts'

/** Width of the ring of shares in CSS pixels by size class. */
const ringWidth = (radius: number) => 2.5 + radius / 8

/**
 * Draws a cell: a disc of surface under its number and around it a ring of status shares, clockwise from the top, with a
 * hair of surface between the arcs. "Closed per source" is hatched there too.
 */
export function discImage(size: number, arcs: readonly number[], palette: MapPalette, pixelRatio: number): Picture {
  const radius = DISC_RADII[size]!
  const edge = Math.ceil((radius + 2) * 2 * pixelRatio)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = edge
  const pen = canvas.getContext('2d')!
  pen.translate(edge / 2, edge / 2)
  pen.scale(pixelRatio, pixelRatio)

  pen.fillStyle = palette.surface
  pen.beginPath()
  pen.arc(0, 0, radius + 1, 0, 2 * Math.PI)
  pen.fill()

  const width = ringWidth(radius)
  pen.lineWidth = width
  let from = -Math.PI / 2
  const alone = arcs.filter((arc) => arc > 0).length === 1
  const gap = alone ? 0 : 0.7 / radius
  STATUS_GROUPS.forEach((group, i) => {
    const turn = ((arcs[i] ?? 0) / RING_ARCS) * 2 * Math.PI
    if (turn === 0) return
    pen.strokeStyle = palette.status[group]
    pen.beginPath()
    pen.arc(0, 0, radius - width / 2, from + gap, from + turn - gap)
    pen.stroke()
    if (group === 'source_done') hatchArc(pen, radius, width, from + gap, from + turn - gap, palette.surface)
    from += turn
  })
  const { data } = pen.getImageData(0, 0, edge, edge)
  return { width: edge, height: edge, data }
}

function hatchArc(
  pen: CanvasRenderingContext2D,
  radius: number,
  width: number,
  from: number,
  to: number,
  colour: string,
): void {
  pen.save()
  pen.strokeStyle = colour
  pen.lineWidth = 1
  const step = 3.2 / radius
  for (let angle = from + step; angle < to; angle += step) {
    pen.beginPath()
    pen.moveTo(Math.cos(angle) * (radius - width), Math.sin(angle) * (radius - width))
    pen.lineTo(Math.cos(angle + step * 0.6) * radius, Math.sin(angle + step * 0.6) * radius)
    pen.stroke()
  }
  pen.restore()
}
