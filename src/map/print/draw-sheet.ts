import { STATUS_GROUPS } from '../../domain/status-group.ts'
import type { MapPalette } from '../palette.ts'
import { drawMark } from './draw-mark.ts'
import type { Pen } from './pen.ts'
import { scaleBar } from './scale.ts'
import type { SheetContent } from './sheet-content.ts'
import type { Box, Sheet } from './sheet.ts'

/** Draws a whole sheet: title, map, legend, scale, north arrow and source. `n` is the number of the scale 1 : n. */
export function drawSheet(
  pen: Pen,
  sheet: Sheet,
  content: SheetContent,
  palette: MapPalette,
  map: CanvasImageSource,
  n: number,
): void {
  pen.paint({ x: 0, y: 0, width: sheet.widthMm, height: sheet.heightMm }, palette.surface)
  drawHeader(pen, sheet, content, palette)
  pen.image(map, sheet.map)
  pen.frame(sheet.map, palette.ink2, 0.2)
  drawNorth(pen, sheet, content, palette)
  drawLegend(pen, sheet, content, palette)
  drawFoot(pen, sheet, content, palette, n)
}

function drawHeader(pen: Pen, { header, textScale }: Sheet, { title, subtitle }: SheetContent, palette: MapPalette) {
  pen.text(title, header.x, header.y + 6 * textScale, {
    size: 6 * textScale,
    color: palette.ink,
    strong: true,
    most: header.width,
  })
  pen.text(subtitle, header.x, header.y + 12 * textScale, {
    size: 3.2 * textScale,
    color: palette.ink2,
    most: header.width,
  })
}

/** Always up: the map does not turn. */
function drawNorth(pen: Pen, { map, textScale: k }: Sheet, { north }: SheetContent, palette: MapPalette) {
  const plate: Box = { x: map.x + map.width - 13 * k, y: map.y + 3 * k, width: 10 * k, height: 14 * k }
  pen.paint(plate, palette.surface, 0.88)
  const x = plate.x + plate.width / 2
  const top = plate.y + 1.6 * k
  pen.shape(
    [
      [x, top],
      [x - 2.4 * k, top + 7 * k],
      [x, top + 5.4 * k],
    ],
    palette.ink2,
  )
  pen.shape(
    [
      [x, top],
      [x + 2.4 * k, top + 7 * k],
      [x, top + 5.4 * k],
    ],
    palette.ink,
  )
  pen.text(north, x, top + 10.8 * k, { size: 3.2 * k, color: palette.ink, strong: true, align: 'center' })
}

function drawLegend(pen: Pen, { footer, textScale: k }: Sheet, content: SheetContent, palette: MapPalette) {
  const size = 3.2 * k
  const right = footer.x + footer.width
  let x = footer.x
  let y = footer.y + 5.4 * k
  const place = (width: number) => {
    if (x > footer.x && x + width > right) {
      x = footer.x
      y += 6 * k
    }
    const at = x
    x += width + 5 * k
    return at
  }
  for (const { group, label, count } of STATUS_GROUPS.flatMap(
    (each) => content.groups.find((line) => line.group === each) ?? [],
  )) {
    const words = `${label} ${count}`
    const at = place(5 * k + pen.width(words, { size }))
    drawMark(pen, group, at + 1.9 * k, y - 1.1 * k, 1.9 * k, palette.status[group])
    pen.text(words, at + 5 * k, y, { size, color: palette.ink })
  }
  if (content.overdue) {
    const words = `${content.overdue.label} ${content.overdue.count}`
    const at = place(5 * k + pen.width(words, { size }))
    pen.ring(at + 1.9 * k, y - 1.1 * k, 1.6 * k, palette.overdue, 0.5 * k)
    pen.text(words, at + 5 * k, y, { size, color: palette.ink })
  }
  if (content.ramp) drawRamp(pen, content.ramp, place, () => y, k, palette)
}

function drawRamp(
  pen: Pen,
  ramp: NonNullable<SheetContent['ramp']>,
  place: (width: number) => number,
  line: () => number,
  k: number,
  palette: MapPalette,
) {
  const size = 3.2 * k
  const step = 5 * k
  const words = [ramp.label, ramp.from, ramp.to, ramp.none].map((word) => pen.width(word, { size }))
  const [label = 0, from = 0, to = 0, none = 0] = words
  const gap = 1.4 * k
  let x = place(label + from + to + none + palette.ramp.length * step + step + 6 * gap)
  const y = line()
  const write = (word: string, width: number, color: string) => {
    pen.text(word, x, y, { size, color })
    x += width + gap
  }
  write(ramp.label, label, palette.ink)
  write(ramp.from, from, palette.ink2)
  for (const color of palette.ramp) {
    pen.paint({ x, y: y - 2.6 * k, width: step, height: 3 * k }, color)
    x += step
  }
  x += gap
  write(ramp.to, to, palette.ink2)
  const box = { x: x + gap, y: y - 2.6 * k, width: step, height: 3 * k }
  pen.hatch(box, palette.ink2)
  pen.frame(box, palette.ink2, 0.15)
  x = box.x + step + gap
  write(ramp.none, none, palette.ink2)
}

function drawFoot(pen: Pen, { footer, textScale: k }: Sheet, content: SheetContent, palette: MapPalette, n: number) {
  const bottom = footer.y + footer.height
  const bar = scaleBar(n, 40 * k)
  const y = bottom - 2.2 * k
  const half = bar.lengthMm / 2
  pen.paint({ x: footer.x, y: y - 1.2 * k, width: half, height: 1.2 * k }, palette.ink)
  pen.frame({ x: footer.x, y: y - 1.2 * k, width: bar.lengthMm, height: 1.2 * k }, palette.ink, 0.2)
  const small = { size: 2.9 * k, color: palette.ink }
  pen.text('0', footer.x, y - 2.2 * k, small)
  pen.text(content.length(bar.lengthM), footer.x + bar.lengthMm, y - 2.2 * k, { ...small, align: 'center' })
  const right = footer.x + bar.lengthMm + pen.width(content.length(bar.lengthM), small) / 2 + 3 * k
  pen.text(content.scale(n), right, y, { ...small, color: palette.ink2 })
  const from = right + pen.width(content.scale(n), small) + 6 * k
  content.sources.forEach((line, index) => {
    const up = (content.sources.length - 1 - index) * 4 * k
    pen.text(line, footer.x + footer.width, y - up, {
      size: 2.9 * k,
      color: palette.ink2,
      align: 'right',
      most: footer.x + footer.width - from,
    })
  })
}
