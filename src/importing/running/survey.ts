import type { Extent } from '../../geo/extent.ts'
import type { ByteSource } from '../files/byte-source.ts'
import { detached } from '../files/detached.ts'
import type { FileFormat } from '../files/file-format.ts'
import { FileRefused } from '../files/file-refusal.ts'
import type { JudgedHotspot } from '../judging/hotspot-judge.ts'
import { judgeFile, type Reading } from '../judging/judge-file.ts'
import { judgeOfHotspots } from '../judging/judge-of-hotspots.ts'
import type { Verdict } from '../judging/verdict.ts'
import type { HotspotMapping } from '../mapping/hotspot-mapping.ts'

/** A verdict on a file of hotspots, and the codes of the source's own code system that its good rows use. */
export interface HotspotSurvey {
  readonly verdict: Verdict
  readonly ownCategories: readonly string[]
}

/** A column with more values than this holds descriptions, not categories. */
const MOST_OWN_CATEGORIES = 500

/** Judges a whole file of hotspots, writing nothing; `onGood` sees every row that may come in. Throws as `judgeFile`. */
export async function surveyHotspots(
  source: ByteSource,
  format: FileFormat,
  mapping: HotspotMapping,
  extent: Extent | null,
  reading: Reading & { onGood?(row: JudgedHotspot): void } = {},
): Promise<HotspotSurvey> {
  const own = new Set<string>()
  const judge = judgeOfHotspots(mapping, extent, (row) => {
    const { code } = row.category
    if (row.ownCategory && !own.has(code)) own.add(detached(code))
    if (own.size > MOST_OWN_CATEGORIES)
      throw new FileRefused('too_many_categories', { column: categoryColumn(mapping), count: MOST_OWN_CATEGORIES })
    reading.onGood?.(row)
  })
  const verdict = await judgeFile(source, format, judge, reading)
  return { verdict, ownCategories: [...own].sort() }
}

function categoryColumn({ category }: HotspotMapping): string {
  return 'column' in category ? category.column : ''
}
