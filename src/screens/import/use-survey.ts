import { shallowRef } from 'vue'
import type { Extent } from '../../geo/extent.ts'
import { asResult, type FileRefusal } from '../../importing/files/file-refusal.ts'
import { judgeFile } from '../../importing/judging/judge-file.ts'
import { judgeOfAreas } from '../../importing/judging/judge-of-areas.ts'
import type { Verdict } from '../../importing/judging/verdict.ts'
import type { AreaMapping } from '../../importing/mapping/area-mapping.ts'
import type { HotspotMapping } from '../../importing/mapping/hotspot-mapping.ts'
import { surveyHotspots } from '../../importing/running/survey.ts'
import { isGone, type ReadyFile } from './chosen-file.ts'
import { AreaContent, HotspotContent, type PreviewContent } from './preview-content.ts'

/** Where the judging of the whole file stands. */
export type Survey =
  | { readonly state: 'idle' }
  | { readonly state: 'judging'; readonly rows: number }
  | { readonly state: 'refused'; readonly refusal: FileRefusal; readonly verdict: Verdict | null }
  | { readonly state: 'gone' }
  | ReadySurvey

/** A file that may come in. */
export interface ReadySurvey {
  readonly state: 'ready'
  readonly verdict: Verdict
  readonly content: PreviewContent
  readonly ownCategories: readonly string[]
}

/** Judges the whole file in this browser, piece by piece, so that the page stays responsive. Writes nothing. */
export function useSurvey() {
  const survey = shallowRef<Survey>({ state: 'idle' })
  let judging = new AbortController()

  function stop(): void {
    judging.abort()
    survey.value = { state: 'idle' }
  }

  async function judge(file: ReadyFile, mapping: HotspotMapping | AreaMapping, extent: Extent | null): Promise<void> {
    stop()
    judging = new AbortController()
    const { signal } = judging
    const onRows = (rows: number) => (survey.value = { state: 'judging', rows })
    onRows(0)
    try {
      const judged = await asResult(() => judgedFile(file, mapping, extent, { signal, onRows }))
      if (!judged.ok) survey.value = { state: 'refused', refusal: judged.error, verdict: null }
      else if (judged.value.verdict.refusal)
        survey.value = { state: 'refused', refusal: judged.value.verdict.refusal, verdict: judged.value.verdict }
      else survey.value = { state: 'ready', ...judged.value }
    } catch (error) {
      if (signal.aborted) return
      if (!isGone(error)) throw error
      survey.value = { state: 'gone' }
    }
  }

  return { survey, judge, stop }
}

async function judgedFile(
  { source, format }: ReadyFile,
  mapping: HotspotMapping | AreaMapping,
  extent: Extent | null,
  reading: { signal: AbortSignal; onRows: (rows: number) => void },
): Promise<Omit<ReadySurvey, 'state'>> {
  if (mapping.kind === 'hotspots') {
    const content = new HotspotContent()
    const onGood = content.add.bind(content)
    const survey = await surveyHotspots(source, format, mapping, extent, { ...reading, onGood })
    return { ...survey, content: content.content() }
  }
  const content = new AreaContent()
  const judge = judgeOfAreas(mapping, extent, content.add.bind(content))
  const verdict = await judgeFile(source, format, judge, reading)
  return { verdict, content: content.content(), ownCategories: [] }
}
