import { toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormat } from '../../composables/use-format.ts'
import type { ProgressLine } from './progress-line.ts'

/** What a line is called: the area's name, "directly in …", or "in no area". */
export function useLineName(parentName: MaybeRefOrGetter<string>): (line: ProgressLine) => string {
  const { t } = useI18n()
  const format = useFormat()
  return (line) => {
    if (line.kind === 'none') return t('progress.none')
    if (line.kind === 'direct') return t('progress.direct', { area: toValue(parentName) })
    return format.name({ name: line.name ?? '', nameEn: line.nameEn })
  }
}
