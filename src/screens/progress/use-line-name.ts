import { toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormat } from '../../composables/use-format.ts'

/** What a line's name is made of. */
interface Named {
  kind: 'area' | 'direct' | 'none'
  name: string | null
  nameEn: string | null
}

/** What a line is called: the area's name, "directly in …", or "in no area". */
export function useLineName(parentName: MaybeRefOrGetter<string>): (line: Named) => string {
  const { t } = useI18n()
  const format = useFormat()
  return (line) => {
    if (line.kind === 'none') return t('progress.none')
    if (line.kind === 'direct') return t('progress.direct', { area: toValue(parentName) })
    return format.name({ name: line.name ?? '', nameEn: line.nameEn })
  }
}
