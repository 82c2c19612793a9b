import type { Extent } from '../../geo/extent.ts'
import type { HotspotMapping, TextMapping } from '../mapping/hotspot-mapping.ts'
import { hotspotJudge, type JudgedHotspot } from './hotspot-judge.ts'
import type { FileJudge } from './judge-file.ts'

/** Judges a file of hotspots by its mapping; `onGood` sees every row that may come in. */
export function judgeOfHotspots(
  mapping: HotspotMapping,
  extent: Extent | null,
  onGood?: (row: JudgedHotspot) => void,
): FileJudge<JudgedHotspot> {
  return {
    judge: hotspotJudge(mapping),
    keyColumn: mapping.key,
    columns: columnsOf(mapping),
    positionOf: (row) => [row.lng, row.lat],
    extent,
    ...(onGood && { onGood }),
  }
}

/** The columns that a mapping reads, without doubles; those it only keeps may be missing. */
function columnsOf(mapping: HotspotMapping): string[] {
  const { location, category, status, unit, campaign } = mapping
  const places = 'lng' in location ? [location.lng, location.lat] : 'point' in location ? [location.point] : []
  const choices = [category, status, unit, campaign].flatMap((choice) =>
    choice && 'column' in choice ? [choice.column] : [],
  )
  const texts = [mapping.title, mapping.description, mapping.address, mapping.quantityUnit]
  return [
    ...new Set([
      mapping.key,
      ...places,
      mapping.reportedAt.column,
      ...(mapping.closedAt ? [mapping.closedAt.column] : []),
      ...choices,
      ...texts.flatMap(columnOf),
      ...(mapping.quantity ? [mapping.quantity.column] : []),
    ]),
  ]
}

function columnOf(text: TextMapping | undefined): string[] {
  return text && 'column' in text ? [text.column] : []
}
