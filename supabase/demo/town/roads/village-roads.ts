import type { Point } from '../plane/point.ts'
import { lengthOf } from '../plane/polyline.ts'
import type { SegmentIndex } from '../plane/segment-index.ts'
import { nearestShare } from '../plane/segment.ts'
import { easedWay } from './eased-way.ts'
import type { RoadDraft } from './road-draft.ts'
import type { RouteField } from './route-field.ts'

/** A village that wants a road. */
export interface Hearth {
  readonly areaKey: string
  readonly at: Point
}

const LEAST_LINK_M = 420
const MOST_LINKS = 26

/**
 * A road from every village to the roads there are, the near ones first; then links between neighbours that would else go a
 * long way round. Marks them in the field and adds them to the index.
 */
export function villageRoads(
  hearths: readonly Hearth[],
  neighbours: readonly (readonly [Hearth, Hearth])[],
  field: RouteField,
  roads: SegmentIndex<RoadDraft>,
): RoadDraft[] {
  const drafts: RoadDraft[] = []
  const build = (line: Point[], areaKey: string) => {
    const draft: RoadDraft = { class: 'street', nameKey: `road/${areaKey}`, line }
    drafts.push(draft)
    roads.addLine(line, draft)
    field.mark(line)
  }
  for (const { areaKey, at } of [...hearths].sort((p, q) => Math.hypot(...p.at) - Math.hypot(...q.at))) {
    if (field.isMarked(at)) {
      const touch = touchdown(roads, at)
      if (touch && Math.hypot(touch[0] - at[0], touch[1] - at[1]) > 8) build([at, touch], areaKey)
      continue
    }
    const way = field.way(at, 'road')
    if (!way) continue
    build(easedWay([at, ...way.slice(1, -1), touchdown(roads, way.at(-1)!) ?? way.at(-1)!], 34), areaKey)
  }
  let links = 0
  for (const [a, b] of neighbours) {
    if (links === MOST_LINKS) break
    const way = field.way(a.at, b.at, 0.5)
    const stretch = way && longestNew(way, field)
    if (!stretch || lengthOf(stretch) < LEAST_LINK_M) continue
    const from = touchdown(roads, stretch[0]!) ?? stretch[0]!
    const to = touchdown(roads, stretch.at(-1)!) ?? stretch.at(-1)!
    build(easedWay([from, ...stretch.slice(1, -1), to], 34), a.areaKey)
    links++
  }
  return drafts
}

/** The longest stretch of a way off the roads that exist, with the marked place before and after it. */
function longestNew(way: readonly Point[], field: RouteField): Point[] | null {
  let best: Point[] = []
  let from = 0
  for (let i = 1; i < way.length; i++) {
    if (!field.isMarked(way[i]!)) continue
    if (i - from > 2 && i - from + 1 > best.length) best = way.slice(from, i + 1)
    from = i
  }
  return best.length > 0 ? best : null
}

/** The nearest place on a road. */
function touchdown(roads: SegmentIndex<RoadDraft>, p: Point): Point | null {
  const near = roads.nearest(p, 130)
  if (!near) return null
  const { a, b } = near.segment
  const share = nearestShare(p, a, b)
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}
