/** Where problems are found: what the town is surveyed for. */
export const SITE_KINDS = [
  'street',
  'lane',
  'county_road',
  'cable',
  'market',
  'school',
  'bus_stop',
  'park',
  'waste_station',
  'office',
  'estate',
  'house',
  'bank',
  'field',
] as const

export type SiteKind = (typeof SITE_KINDS)[number]

/** When in a day a problem is noticed. */
export type DayTime = 'day' | 'early' | 'school' | 'evening' | 'stroll'

/** A kind of problem that occurs in the township: what it is, where and when it is found, and whose it is. */
export interface Topic {
  readonly code: string
  /** How often, in relation to the others. */
  readonly weight: number
  readonly where: Partial<Record<SiteKind, number>>
  readonly when: DayTime
  /** How much more often at a weekend; 1 unless given. */
  readonly weekend?: number
  /** How much more often in these months than in the others; what is bound to its months never occurs in the others. */
  readonly season?: { readonly months: readonly number[]; readonly factor: number; readonly isBound?: boolean }
  /** Who has to fix it: a department's key, `committee`, `operator` or `market_owner`. */
  readonly unit: string
  /** How long it takes, in relation to the others. */
  readonly effort: number
  readonly titles: readonly string[]
  readonly descriptions: readonly string[]
  /** What is said to have been done. */
  readonly done: readonly string[]
  readonly quantity?: readonly [least: number, most: number, unit: string]
  /** Replaces the spot that an address names, at the first kind of `where`. */
  readonly spots?: readonly string[]
  /** Share of cases that are a line along a cable, or a patch of ground, instead of a point. */
  readonly shape?: { readonly kind: 'line' | 'patch'; readonly share: number }
}

/** Problems of one campaign; null: of none. */
export interface TopicGroup {
  readonly campaign: string | null
  readonly topics: readonly Topic[]
}
