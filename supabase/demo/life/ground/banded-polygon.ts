import type { Polygon } from '../../town/town.ts'

const BANDS = 256

/** A polygon that answers quickly whether it contains a point: only the edges at the point's height are looked at. */
export class BandedPolygon {
  private readonly west: number = Infinity
  private readonly south: number = Infinity
  private readonly east: number = -Infinity
  private readonly north: number = -Infinity
  /** By band, four numbers an edge. */
  private readonly bands: number[][] = Array.from({ length: BANDS }, () => [])

  constructor(polygon: Polygon) {
    for (const [lng, lat] of polygon.flat()) {
      this.west = Math.min(this.west, lng)
      this.south = Math.min(this.south, lat)
      this.east = Math.max(this.east, lng)
      this.north = Math.max(this.north, lat)
    }
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = ring[i - 1] ?? [0, 0]
        const [bx, by] = ring[i] ?? [0, 0]
        for (let band = this.bandOf(Math.min(ay, by)); band <= this.bandOf(Math.max(ay, by)); band++) {
          this.bands[band]?.push(ax, ay, bx, by)
        }
      }
    }
  }

  /** Even-odd rule; a point on an edge may be on either side. */
  contains(lng: number, lat: number): boolean {
    if (lng < this.west || lng > this.east || lat < this.south || lat > this.north) return false
    const edges = this.bands[this.bandOf(lat)] as number[]
    let isInside = false
    for (let i = 0; i < edges.length; i += 4) {
      const ay = edges[i + 1] as number
      const by = edges[i + 3] as number
      if (ay > lat === by > lat) continue
      const ax = edges[i] as number
      const bx = edges[i + 2] as number
      if (lng < ((bx - ax) * (lat - ay)) / (by - ay) + ax) isInside = !isInside
    }
    return isInside
  }

  private bandOf(lat: number): number {
    const height = this.north - this.south || 1
    return Math.min(BANDS - 1, Math.max(0, Math.floor(((lat - this.south) / height) * BANDS)))
  }
}
