import { FONT_STACK } from '../layers/text.ts'
import type { Box } from './sheet.ts'

interface TextStyle {
  /** Height of the type in millimetres. */
  size: number
  strong?: boolean
}

/** Draws on a canvas in millimetres. */
export interface Pen {
  pixelsPerMm: number
  paint(box: Box, color: string, opacity?: number): void
  frame(box: Box, color: string, widthMm: number): void
  /** Diagonal stripes: "no data". */
  hatch(box: Box, color: string): void
  ring(x: number, y: number, radius: number, color: string, widthMm: number): void
  shape(points: readonly (readonly [number, number])[], color: string): void
  image(picture: CanvasImageSource, box: Box): void
  width(content: string, style: TextStyle): number
  /** Writes on a base line; what is longer than `most` ends in an ellipsis. */
  text(
    content: string,
    x: number,
    y: number,
    style: TextStyle & { color: string; align?: CanvasTextAlign; most?: number },
  ): void
}

/** A pen for a canvas with so many pixels a millimetre. */
export function penOf(context: CanvasRenderingContext2D, pixelsPerMm: number): Pen {
  const px = (mm: number) => mm * pixelsPerMm
  const useFont = ({ size, strong }: TextStyle) => {
    context.font = `${strong ? '600' : '400'} ${px(size)}px ${FONT_STACK}`
  }
  const width = (content: string, style: TextStyle) => {
    useFont(style)
    return context.measureText(content).width / pixelsPerMm
  }
  const path = (points: readonly (readonly [number, number])[]) => {
    context.beginPath()
    for (const [x, y] of points) context.lineTo(px(x), px(y))
    context.closePath()
  }
  return {
    pixelsPerMm,
    paint({ x, y, width: w, height: h }, color, opacity = 1) {
      context.globalAlpha = opacity
      context.fillStyle = color
      context.fillRect(px(x), px(y), px(w), px(h))
      context.globalAlpha = 1
    },
    frame({ x, y, width: w, height: h }, color, widthMm) {
      context.lineWidth = px(widthMm)
      context.strokeStyle = color
      context.strokeRect(px(x), px(y), px(w), px(h))
    },
    ring(x, y, radius, color, widthMm) {
      context.lineWidth = px(widthMm)
      context.strokeStyle = color
      context.beginPath()
      context.arc(px(x), px(y), px(radius), 0, 2 * Math.PI)
      context.stroke()
    },
    hatch({ x, y, width: w, height: h }, color) {
      context.save()
      context.beginPath()
      context.rect(px(x), px(y), px(w), px(h))
      context.clip()
      context.lineWidth = px(0.2)
      context.strokeStyle = color
      for (let from = -h; from < w; from += 1.1) {
        context.beginPath()
        context.moveTo(px(x + from), px(y + h))
        context.lineTo(px(x + from + h), px(y))
        context.stroke()
      }
      context.restore()
    },
    shape(points, color) {
      path(points)
      context.fillStyle = color
      context.fill()
    },
    image: (picture, { x, y, width: w, height: h }) => context.drawImage(picture, px(x), px(y), px(w), px(h)),
    width,
    text(content, x, y, { color, align = 'left', most = Infinity, ...style }) {
      let words = content
      while (words.length > 1 && width(words, style) > most) words = `${words.slice(0, -2)}…`
      useFont(style)
      context.fillStyle = color
      context.textAlign = align
      context.textBaseline = 'alphabetic'
      context.fillText(words, px(x), px(y))
    },
  }
}
