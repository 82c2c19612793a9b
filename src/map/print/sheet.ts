/** Paper in millimetres, upright. */
export const PAPERS = { a4: { widthMm: 210, heightMm: 297 }, a3: { widthMm: 297, heightMm: 420 } } as const

export type Paper = keyof typeof PAPERS
export type SheetTurn = 'landscape' | 'portrait'

/** A rectangle on the sheet in millimetres from its upper left corner. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where things stand on a sheet, in millimetres. */
export interface Sheet {
  widthMm: number
  heightMm: number
  /** Of all text: a sheet twice as large is read from further away. */
  textScale: number
  header: Box
  map: Box
  footer: Box
}

const MARGIN = 10
const HEADER = 16
/** Two lines of legend, a rule, one line of source and scale. */
const FOOTER = { landscape: 22, portrait: 28 } as const

/** The layout of a sheet: a header with the title, the map, a footer with legend, scale and source. */
export function sheetOf(paper: Paper, turn: SheetTurn): Sheet {
  const { widthMm: short, heightMm: long } = PAPERS[paper]
  const [widthMm, heightMm] = turn === 'landscape' ? [long, short] : [short, long]
  const textScale = paper === 'a3' ? Math.SQRT2 : 1
  const width = widthMm - 2 * MARGIN
  const headerHeight = HEADER * textScale
  const footerHeight = FOOTER[turn] * textScale
  return {
    widthMm,
    heightMm,
    textScale,
    header: { x: MARGIN, y: MARGIN, width, height: headerHeight },
    map: { x: MARGIN, y: MARGIN + headerHeight, width, height: heightMm - 2 * MARGIN - headerHeight - footerHeight },
    footer: { x: MARGIN, y: heightMm - MARGIN - footerHeight, width, height: footerHeight },
  }
}
