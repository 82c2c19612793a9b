import { hypot } from '../plane/hypot.ts'
import type { Point } from '../plane/point.ts'
import { lengthOf } from '../plane/polyline.ts'
import type { SegmentIndex } from '../plane/segment-index.ts'
import { nearestShare } from '../plane/segment.ts'
import { easedWay } from './eased-way.ts'
import { longestNewStretch } from './longest-new-stretch.ts'
import type { RoadDraft } from './road-draft.ts'
import type { RouteField } from './route-field.ts'

/** A village that wants a road. */
export interface Hearth {
  readonly areaKey: string
  readonly at: Point
}

const LEAST_LINK_M = 420
const MOST_LINKS = 26
const FARTHEST_LINK_M = 2_700

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
  for (const { areaKey, at } of [...hearths].sort((p, q) => hypot(p.at[0], p.at[1]) - hypot(q.at[0], q.at[1]))) {
    if (field.isMarked(at)) {
      const touch = touchdown(roads, at)
      if (touch && hypot(touch[0] - at[0], touch[1] - at[1]) > 8) build([at, touch], areaKey)
      continue
    }
    const way = field.way(at, 'road')
    if (!way) continue
    build(easedWay([at, ...way.slice(1, -1), touchdown(roads, way.at(-1)!) ?? way.at(-1)!], 34), areaKey)
  }
  let links = 0
  for (const [a, b] of neighbours) {
    if (links === MOST_LINKS) break
    if (hypot(a.at[0] - b.at[0], a.at[1] - b.at[1]) > FARTHEST_LINK_M) continue
    const way = field.way(a.at, b.at, 0.5)
    const stretch = way && longestNewStretch(way, field)
    if (!stretch || lengthOf(stretch) < LEAST_LINK_M) continue
    const from = touchdown(roads, stretch[0]!) ?? stretch[0]!
    const to = touchdown(roads, stretch.at(-1)!) ?? stretch.at(-1)!
    build(easedWay([from, ...stretch.slice(1, -1), to], 34), a.areaKey)
    links++
  }
  return drafts
}

/** The nearest place on a road. */
function touchdown(roads: SegmentIndex<RoadDraft>, p: Point): Point | null {
  const near = roads.nearest(p, 130)
  if (!near) return null
  const { a, b } = near.segment
  const share = nearestShare(p, a, b)
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}
