import type { MultiPolygon } from 'geojson'
import { groupOfState } from '../../domain/status-group.ts'
import { CLOSED_PER_SOURCE, stateOf, type HotspotState } from '../../domain/status.ts'
import { extendedBy, type Extent } from '../../geo/extent.ts'
import type { JudgedArea } from '../../importing/judging/area-judge.ts'
import { EvenSample } from '../../importing/judging/even-sample.ts'
import type { JudgedHotspot } from '../../importing/judging/hotspot-judge.ts'
import type { PreviewPoint } from '../../map/preview-map.ts'

/** More dots than this tell nothing more and cost time. */
const MOST_POINTS = 20_000
/** Corners of boundaries that the map draws at once without a pause that is felt. */
const MOST_POSITIONS = 400_000

/** What the map of a preview shows, gathered while the file is judged. */
export interface PreviewContent {
  readonly points: readonly PreviewPoint[]
  readonly boundaries: readonly MultiPolygon[]
  readonly extent: Extent | null
  /** Things that would come in, of which the map may show fewer. */
  readonly total: number
  readonly byState: ReadonlyMap<HotspotState, number>
}

/** Gathers the hotspots of a file as dots, an even sample of them where there are many. */
export class HotspotContent {
  private readonly sample = new EvenSample<PreviewPoint>(MOST_POINTS)
  private readonly byState = new Map<HotspotState, number>()
  private extent: Extent | null = null

  add({ lng, lat, status }: JudgedHotspot): void {
    // What a source calls held was not held by us: it comes in as closed per source.
    const state = status === 'closed' || status === 'held' ? CLOSED_PER_SOURCE : stateOf(status)
    this.byState.set(state, (this.byState.get(state) ?? 0) + 1)
    this.extent = extendedBy(this.extent, [lng, lat])
    this.sample.add({ lng, lat, group: groupOfState(state) })
  }

  content(): PreviewContent {
    const { kept, total } = this.sample
    return { points: kept, boundaries: [], extent: this.extent, total, byState: this.byState }
  }
}

/** Gathers the areas of a file as outlines, as many as a map draws at once. */
export class AreaContent {
  private readonly boundaries: MultiPolygon[] = []
  private positions = 0
  private total = 0
  private extent: Extent | null = null

  add({ geometry }: JudgedArea): void {
    this.total++
    for (const position of geometry.coordinates.flat(2)) {
      this.positions++
      this.extent = extendedBy(this.extent, [position[0]!, position[1]!])
    }
    if (this.positions <= MOST_POSITIONS) this.boundaries.push(geometry)
  }

  content(): PreviewContent {
    return { points: [], boundaries: this.boundaries, extent: this.extent, total: this.total, byState: new Map() }
  }
}
