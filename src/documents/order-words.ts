import type { Named, OrderCase, OrderContent, OrderPhoto } from '../domain/order.ts'

/** The words of a document in one language: the caller brings them, so that a document knows no translator. Instants are ISO 8601. */
export interface OrderWords {
  /** What stands over everything: the township's document of this kind. */
  letterhead: (content: OrderContent) => string
  draftNumber: string
  oralNumber: string
  addressees: (units: readonly Named[]) => string
  deadline: (content: OrderContent) => string | null
  summary: (content: OrderContent) => string
  listTitle: string
  mapTitle: string
  photosTitle: string
  columns: { no: string; problem: string; place: string; unit: string; state: string; due: string }
  problem: (each: OrderCase) => string
  place: (each: OrderCase) => string
  unit: (each: OrderCase) => string
  state: (each: OrderCase) => string
  due: (each: OrderCase) => string
  caseHeading: (position: number, each: OrderCase) => string
  photo: (photo: OrderPhoto) => string
  note: (note: string) => string
  issuer: (content: OrderContent) => string
  issuedOn: (content: OrderContent) => string
  seal: string
  footnote: (content: OrderContent) => string
}
