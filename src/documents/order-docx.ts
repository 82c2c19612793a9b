import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IRunOptions,
} from 'docx'
import { fitWithin } from './fit-picture.ts'
import type { OrderDocument } from './order-document.ts'

/** A picture to put into a document; sizes in its own pixels. */
export interface DocumentPicture {
  type: 'jpg' | 'png'
  bytes: Uint8Array
  width: number
  height: number
}

/** A4 in twentieths of a point, with the margins of GB/T 9704-2012: 37 mm above, 35 below, 28 left, 26 right. */
const PAGE = { width: 11906, height: 16838 }
const MARGIN = { top: 2098, bottom: 1984, left: 1587, right: 1474, footer: 1000 }
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right
/** Of the text, in pixels of a docx picture (96 to an inch). */
const TEXT_WIDTH_PX = Math.floor(TEXT_WIDTH / 15)
const RED = 'C00000'
/** Text is 仿宋 of 16 points with 28 points from line to line; sizes in half points. */
const SIZE = { letterhead: 60, title: 44, body: 32, table: 21, small: 18 }
const LINE = 560
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun', cs: 'Times New Roman' }
const FANGSONG = { ...SONG, eastAsia: '仿宋' }
const HEITI = { ...SONG, eastAsia: '黑体' }
/** Shares of the width of the text: place in the list, problem, place, unit, status, deadline. */
const COLUMNS = [0.07, 0.29, 0.21, 0.13, 0.1, 0.2].map((share) => Math.round(share * TEXT_WIDTH))

/**
 * Writes an order as a Word file, laid out like an official document: red head, number, title, text, list, map, seal, photos.
 *
 * @param pictures photos by their path; one that is not there is left out
 * @param map the map excerpt, null for none
 */
export async function orderDocx(
  document: OrderDocument,
  pictures: ReadonlyMap<string, DocumentPicture>,
  map: DocumentPicture | null,
): Promise<ArrayBuffer> {
  const children = [
    ...head(document),
    ...text(document),
    ...list(document),
    ...(map ? [heading(document.mapTitle), picture(map, TEXT_WIDTH_PX, 420)] : []),
    ...annexNote(document, pictures),
    ...signature(document),
    ...annex(document, pictures),
  ]
  const file = new Document({
    title: document.title,
    styles: { default: { document: { run: { font: FANGSONG, size: SIZE.body } } } },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        footers: {
          default: new Footer({
            children: [
              line([run(document.footnote, { size: SIZE.small, color: '666666' })], AlignmentType.CENTER),
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ font: SONG, size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  })
  return Packer.toArrayBuffer(file)
}

type Align = (typeof AlignmentType)[keyof typeof AlignmentType]

const run = (words: string, options: IRunOptions = {}) => new TextRun({ font: FANGSONG, text: words, ...options })
const line = (children: TextRun[], alignment: Align = AlignmentType.LEFT) => new Paragraph({ alignment, children })
const heading = (words: string) =>
  new Paragraph({ spacing: { before: 280, after: 120 }, keepNext: true, children: [run(words, { font: HEITI })] })

function head({ letterhead, mark, number, title }: OrderDocument): Paragraph[] {
  return [
    ...(mark ? [line([run(mark, { font: HEITI, color: RED })], AlignmentType.RIGHT)] : []),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 400 },
      children: [run(letterhead, { font: SONG, size: SIZE.letterhead, bold: true, color: RED })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 480 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 6 } },
      children: [run(number)],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: 640, after: 400 },
      children: [run(title, { font: SONG, size: SIZE.title, bold: true })],
    }),
  ]
}

function text({ addressees, paragraphs, deadline, summary }: OrderDocument): Paragraph[] {
  const indented = [...paragraphs, summary, ...(deadline ? [deadline] : [])]
  return [
    ...(addressees ? [new Paragraph({ spacing: { line: LINE }, children: [run(addressees)] })] : []),
    ...indented.map(
      (words) =>
        new Paragraph({
          alignment: AlignmentType.BOTH,
          spacing: { line: LINE },
          indent: { firstLine: 640 },
          children: [run(words, { bold: words === deadline })],
        }),
    ),
  ]
}

function list({ listTitle, columns, rows }: OrderDocument): (Paragraph | Table)[] {
  if (rows.length === 0) return []
  const cell = (words: string, column: number, isHead: boolean) =>
    new TableCell({
      width: { size: COLUMNS[column]!, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: words
        .split('\n')
        .map((each) =>
          line(
            [run(each, { size: SIZE.table, ...(isHead && { font: HEITI }) })],
            isHead || column === 0 || column > 3 ? AlignmentType.CENTER : AlignmentType.LEFT,
          ),
        ),
    })
  const row = (cells: string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((words, column) => cell(words, column, isHead)),
    })
  return [
    heading(listTitle),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: COLUMNS,
      layout: TableLayoutType.FIXED,
      rows: [row(columns, true), ...rows.map(({ cells }) => row(cells, false))],
    }),
  ]
}

function signature({ issuer, issuedOn, seal }: OrderDocument): Paragraph[] {
  const right = (words: string, options: IRunOptions = {}, before = 0) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: { line: LINE, before },
      indent: { right: 1280 },
      keepNext: true,
      keepLines: true,
      children: [run(words, options)],
    })
  return [right(issuer, {}, 900), right(seal, { color: '999999', size: 24 }), right(issuedOn)]
}

const casesWith = ({ cases }: OrderDocument, pictures: ReadonlyMap<string, DocumentPicture>) =>
  cases
    .map((each) => ({ ...each, photos: each.photos.filter(({ path }) => pictures.has(path)) }))
    .filter(({ photos }) => photos.length > 0)

function annexNote(document: OrderDocument, pictures: ReadonlyMap<string, DocumentPicture>): Paragraph[] {
  if (casesWith(document, pictures).length === 0) return []
  const note = { spacing: { line: LINE, before: 400 }, indent: { firstLine: 640 } }
  return [new Paragraph({ ...note, children: [run(document.photosTitle)] })]
}

function annex(document: OrderDocument, pictures: ReadonlyMap<string, DocumentPicture>): (Paragraph | Table)[] {
  const { photosTitle } = document
  const shown = casesWith(document, pictures)
  if (shown.length === 0) return []
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
  return [
    new Paragraph({ pageBreakBefore: true, children: [run(photosTitle, { font: HEITI })] }),
    ...shown.flatMap(({ heading: words, photos }) => [
      new Paragraph({ spacing: { before: 240, after: 80 }, keepNext: true, children: [run(words, { size: 24 })] }),
      new Table({
        width: { size: TEXT_WIDTH, type: WidthType.DXA },
        borders,
        rows: [
          new TableRow({
            cantSplit: true,
            children: photos.map(
              ({ path, caption }) =>
                new TableCell({
                  width: { size: Math.floor(TEXT_WIDTH / photos.length), type: WidthType.DXA },
                  children: [
                    picture(pictures.get(path)!, Math.floor(TEXT_WIDTH_PX / 2) - 12, 260),
                    line([run(caption, { size: SIZE.small })], AlignmentType.CENTER),
                  ],
                }),
            ),
          }),
        ],
      }),
    ]),
  ]
}

function picture(given: DocumentPicture, mostWidth: number, mostHeight: number): Paragraph {
  const transformation = fitWithin(given, mostWidth, mostHeight)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new ImageRun({ type: given.type, data: given.bytes, transformation })],
  })
}
