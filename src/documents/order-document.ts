import type { OrderContent, OrderPhoto } from '../domain/order.ts'
import type { OrderWords } from './order-words.ts'

/** A line of the list of cases, in the order of `columns`. */
export interface DocumentRow {
  no: number
  cells: string[]
}

/** A case with photos, for the annex. */
export interface DocumentCase {
  no: number
  heading: string
  photos: { path: string; width: number; height: number; caption: string }[]
}

/** An order as it stands on paper, whatever prints it: the screen, a printer, a file. */
export interface OrderDocument {
  letterhead: string
  /** What stands over everything because it no longer holds; null for what does. */
  mark: string | null
  number: string
  isNumbered: boolean
  title: string
  addressees: string | null
  paragraphs: string[]
  deadline: string | null
  summary: string
  listTitle: string
  columns: string[]
  rows: DocumentRow[]
  mapTitle: string
  photosTitle: string
  cases: DocumentCase[]
  issuer: string
  issuedOn: string
  seal: string
  footnote: string
}

/** Two photos stand side by side on a page: the state as found, and the latest. */
const PHOTOS_A_CASE = 2

/** Lays out what an order says, frozen or not, in the given words; `mark` is what has become of it since. Pure. */
export function orderDocument(content: OrderContent, words: OrderWords, mark: string | null = null): OrderDocument {
  const { columns } = words
  return {
    letterhead: words.letterhead(content),
    mark,
    number: content.no ?? (content.isOral ? words.oralNumber : words.draftNumber),
    isNumbered: content.no !== null,
    title: content.title,
    addressees: content.addressees.length > 0 ? words.addressees(content.addressees) : null,
    paragraphs: content.body
      .split(/\n+/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    deadline: words.deadline(content),
    summary: words.summary(content),
    listTitle: words.listTitle,
    columns: [columns.no, columns.problem, columns.place, columns.unit, columns.state, columns.due],
    rows: content.cases.map((each, index) => ({
      no: each.no,
      cells: [
        String(index + 1),
        words.problem(each) + (each.note ? `\n${words.note(each.note)}` : ''),
        words.place(each),
        words.unit(each),
        words.state(each),
        words.due(each),
      ],
    })),
    mapTitle: words.mapTitle,
    photosTitle: words.photosTitle,
    cases: content.cases.flatMap((each, index) => {
      if (each.photos.length === 0) return []
      const photos = firstAndLast(each.photos).map((photo) => ({
        path: photo.path,
        width: photo.width,
        height: photo.height,
        caption: words.photo(photo),
      }))
      return [{ no: each.no, heading: words.caseHeading(index + 1, each), photos }]
    }),
    issuer: words.issuer(content),
    issuedOn: words.issuedOn(content),
    seal: words.seal,
    footnote: words.footnote(content),
  }
}

function firstAndLast(photos: OrderPhoto[]): OrderPhoto[] {
  return photos.length <= PHOTOS_A_CASE ? photos : [photos[0]!, photos.at(-1)!]
}
