import { type Point, pointKey } from '../plane/point.ts'
import { lengthOf } from '../plane/polyline.ts'
import type { RoadDraft } from './road-draft.ts'

/** A street of the town's grid that leads nowhere is not built: the edge of a town is no comb. */
const TOWN_STUB_M = 150
const isTownGrid = (nameKey: string | null) => nameKey !== null && /^(across|up)-/.test(nameKey)

/** The roads that hang together with the most others, without dead ends of streets and lanes shorter than `leastM`. */
export function connected(roads: readonly RoadDraft[], leastM: number): RoadDraft[] {
  let kept = largestPart(roads)
  for (;;) {
    const uses = new Map<string, number>()
    for (const { line } of kept)
      for (const end of [line[0]!, line.at(-1)!]) uses.set(pointKey(end), (uses.get(pointKey(end)) ?? 0) + 1)
    const isStub = ({ nameKey, class: kind, line }: RoadDraft) =>
      (kind === 'street' || kind === 'lane') &&
      lengthOf(line) < (isTownGrid(nameKey) ? TOWN_STUB_M : leastM) &&
      [line[0]!, line.at(-1)!].some((end) => uses.get(pointKey(end)) === 1)
    const next = kept.filter((road) => !isStub(road))
    if (next.length === kept.length) return next
    kept = next
  }
}

function largestPart(roads: readonly RoadDraft[]): RoadDraft[] {
  const parent = new Map<string, string>()
  const rootOf = (key: string): string => {
    let root = key
    while (parent.get(root) !== undefined && parent.get(root) !== root) root = parent.get(root)!
    parent.set(key, root)
    return root
  }
  const ends = (line: readonly Point[]) => [pointKey(line[0]!), pointKey(line.at(-1)!)] as const
  for (const { line } of roads) {
    const [a, b] = ends(line)
    parent.set(rootOf(a), rootOf(b))
  }
  const sizes = new Map<string, number>()
  for (const { line } of roads) {
    const root = rootOf(ends(line)[0])
    sizes.set(root, (sizes.get(root) ?? 0) + lengthOf(line))
  }
  const largest = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0]
  return roads.filter(({ line }) => rootOf(ends(line)[0]) === largest)
}
