import type { Position } from '../town/town.ts'

/** A step in the life of a case, as `hotspot_events` keeps it. */
export interface DemoEvent {
  /** Instant in ms, whole seconds. */
  readonly at: number
  readonly step: string
  readonly from: string | null
  readonly to: string
  /** 1, 2, 3 … */
  readonly version: number
  /** Account of whoever did it. */
  readonly actor: string
  readonly role: string
  /** The unit that the step is about: whom it is assigned to, who returns, takes and hands in. */
  readonly unitKey: string | null
  readonly reason: string | null
  readonly note: string | null
  /** The case that this one repeats (`mark_duplicate`). */
  readonly originalNo: number | null
  /** Who takes it over (`transfer`). */
  readonly receiver: string | null
  /** Days that are asked for or granted (`ask_extension`, `grant_extension`). */
  readonly days: number | null
}

/** A line or a ring of positions; null: a point. */
export type DemoShape =
  | { readonly type: 'LineString'; readonly line: readonly Position[] }
  | { readonly type: 'Polygon'; readonly ring: readonly Position[] }

/** One invented case with its whole life so far. */
export interface DemoHotspot {
  /** 1, 2, 3 … in order of report. */
  readonly no: number
  readonly codeSystem: 'gbt47678.5-2026' | 'local'
  readonly code: string
  readonly campaign: string | null
  readonly placeKey: string | null
  /** The fixed case that this one is, come back. */
  readonly relapseOf: number | null
  readonly unitKey: string | null
  readonly status: string
  readonly closedBySource: boolean
  readonly endReason: string | null
  readonly version: number
  readonly title: string
  readonly description: string
  readonly address: string
  readonly quantity: number | null
  readonly quantityUnit: string | null
  readonly source: string
  readonly position: Position
  readonly shape: DemoShape | null
  /** Instants in ms. */
  readonly reportedAt: number
  readonly closedAt: number | null
  readonly precision: 'second' | 'day'
  readonly createdAt: number
  readonly updatedAt: number
  readonly events: readonly DemoEvent[]
}
