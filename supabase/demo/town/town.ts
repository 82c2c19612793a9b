import type { PlaceKind } from '../../../src/domain/place.ts'

/** `[lng, lat]` in degrees, rounded to 1e-7 (about a centimetre), so that neighbours share vertices to the last digit. */
export type Position = readonly [lng: number, lat: number]
/** Closed: the first position again at the end; counter-clockwise. */
export type Ring = readonly Position[]
/** An outer ring, then its holes. */
export type Polygon = readonly Ring[]
/** Two positions or more. */
export type Line = readonly Position[]

/** A word of a name in both languages. */
export type Name = { readonly zh: string; readonly en: string }

/** An administrative area. The township comes first, then villages and communities, then grids; a parent stands before its children. */
export interface TownArea {
  /** Stable over runs of a seed: `town`, `v01` … `v31`, `c1` … `c4`, `c1-g01` … */
  readonly key: string
  readonly parentKey: string | null
  readonly level: 'township' | 'village' | 'community' | 'grid'
  readonly name: Name
  readonly boundary: Polygon
  /** A point inside, in the middle of where people live: the seat's surroundings. */
  readonly core: Position
}

/** Something that the basemap draws as a surface. Higher `order` lies on top. */
export interface LandPatch {
  readonly kind: 'wood' | 'field' | 'orchard' | 'paddy' | 'park' | 'village' | 'town' | 'square' | 'yard'
  readonly polygon: Polygon
}

export interface Water {
  readonly kind: 'river' | 'stream' | 'lake' | 'pond'
  readonly name: Name | null
  readonly polygon: Polygon
}

/** A contour of the relief, for drawing only. */
export interface Contour {
  readonly elevationM: number
  readonly line: Line
}

/** The land at or above a band's height: draw the bands from low to high, each on those below it. */
export interface ReliefPatch {
  /** 0 (everything) to 6 (the tops). */
  readonly band: number
  readonly polygon: Polygon
}

/** A top worth a name. */
export interface Hill {
  readonly name: Name
  readonly position: Position
  readonly elevationM: number
}

/** A stretch between two junctions of the road graph; its ends are the positions of its nodes, exactly. */
export interface Road {
  /** 0, 1, 2 … in order of the array. */
  readonly id: number
  readonly class: 'highway' | 'county' | 'street' | 'lane'
  readonly name: Name | null
  readonly line: Line
  /** It crosses water on a bridge; no other road meets water. */
  readonly isBridge: boolean
}

export interface Building {
  readonly polygon: Polygon
  readonly heightM: number
  readonly kind: 'house' | 'block' | 'shop' | 'hall' | 'school' | 'market' | 'factory' | 'estate'
  readonly areaKey: string
}

/** A place of the product (a row of `places`), on land and within its area. */
export interface TownPlace {
  /** Stable over runs of a seed. */
  readonly key: string
  readonly kind: PlaceKind
  readonly name: Name
  readonly position: Position
  /** The village or community it stands in. */
  readonly areaKey: string
}

/** An overhead cable run along a road. */
export interface CableRun {
  readonly roadId: number
  readonly line: Line
  /** Keys of the operators that share the poles: `telecom`, `power`, `cable_tv`. */
  readonly operatorKeys: readonly string[]
  readonly areaKey: string
}

/**
 * The invented township: everything that stands still. The same seed gives the same town, byte for byte; nothing in it is read from a real place.
 */
export interface Town {
  readonly seed: number
  readonly name: Name
  readonly areas: readonly TownArea[]
  readonly land: readonly LandPatch[]
  readonly water: readonly Water[]
  readonly relief: readonly ReliefPatch[]
  readonly contours: readonly Contour[]
  readonly hills: readonly Hill[]
  readonly roads: readonly Road[]
  readonly buildings: readonly Building[]
  readonly places: readonly TownPlace[]
  readonly cables: readonly CableRun[]
}
