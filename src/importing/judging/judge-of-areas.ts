import type { Extent } from '../../geo/extent.ts'
import type { AreaMapping } from '../mapping/area-mapping.ts'
import { areaJudge, type JudgedArea } from './area-judge.ts'
import type { FileJudge } from './judge-file.ts'

/** Judges a file of areas by its mapping; `onGood` sees every area that may come in. */
export function judgeOfAreas(
  mapping: AreaMapping,
  extent: Extent | null,
  onGood?: (row: JudgedArea) => void,
): FileJudge<JudgedArea> {
  return {
    judge: areaJudge(mapping),
    keyColumn: mapping.key,
    columns: [mapping.key, mapping.name, ...(mapping.nameEn ? [mapping.nameEn] : [])],
    positionOf: ({ geometry }) => {
      const [lng = 0, lat = 0] = geometry.coordinates[0]?.[0]?.[0] ?? []
      return [lng, lat]
    },
    extent,
    ...(onGood && { onGood }),
  }
}
