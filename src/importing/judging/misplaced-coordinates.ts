import type { FileReason } from '../../domain/import-reason.ts'
import { isOnEarth } from '../../geo/earth.ts'
import { extentHolds, type Extent } from '../../geo/extent.ts'

/** Degrees never get this large; metres of a projected survey system always do. */
const SMALLEST_PROJECTED = 1000

/**
 * Notices, number pair by number pair, when the coordinates of a file are right but in the wrong order or in metres.
 * `extent` is what is known of the area tree that the rows belong to.
 */
export class MisplacedCoordinates {
  private readonly extent: Extent | null
  private pairs = 0
  private swapped = 0
  private projected = 0

  constructor(extent: Extent | null) {
    this.extent = extent
  }

  /** Looks at the numbers of one row as (lng, lat), on the earth or not. */
  look(lng: number, lat: number): void {
    this.pairs++
    if (Math.abs(lng) > SMALLEST_PROJECTED || Math.abs(lat) > SMALLEST_PROJECTED) this.projected++
    else if (!isOnEarth(lng, lat)) this.swapped += isOnEarth(lat, lng) ? 1 : 0
    else if (this.extent && !extentHolds(this.extent, [lng, lat]) && extentHolds(this.extent, [lat, lng]))
      this.swapped++
  }

  /** What explains at least half of the pairs, if anything does. */
  get explanation(): Extract<FileReason, 'coordinates_swapped' | 'coordinates_projected'> | null {
    if (this.pairs === 0) return null
    if (this.swapped * 2 >= this.pairs) return 'coordinates_swapped'
    return this.projected * 2 >= this.pairs ? 'coordinates_projected' : null
  }
}
