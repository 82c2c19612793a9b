import type { Line, Position } from '../../town/town.ts'
import type { SiteKind } from '../topics/topic.ts'

/** Where problems may be: along a line, or around a point. */
export type Site = Stretch | Spot

interface Common {
  readonly kind: SiteKind
  /** How much happens here, in relation to others of its kind. */
  readonly weight: number
  /** Index of the village or community (`Ground.homes`). */
  readonly home: number
}

export interface Stretch extends Common {
  readonly line: Line
  readonly lengthM: number
  /** The street's name; null for a nameless lane. */
  readonly name: string | null
  /** Metres of the same street before this stretch: house numbers go on. */
  readonly startM: number
  /** Who has cables here. */
  readonly operatorKeys: readonly string[]
}

export interface Spot extends Common {
  readonly position: Position
  readonly radiusM: number
  /** What the spot is called in an address; null: by village and group. */
  readonly name: string | null
  /** The place that a case here is about; null for none. */
  readonly placeKey: string | null
}

export const isStretch = (site: Site): site is Stretch => 'line' in site
