import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useBasemapStore } from '../stores/basemap.ts'
import { useSessionStore } from '../stores/session.ts'

/**
 * Whose map this is and under which number it was approved, in the language of the reader.
 *
 * @param basemap whether the basemap is drawn, for only then is its maker named, and what its host says of the maker
 */
export function useMapCredits(basemap: () => { isShown: boolean; attribution: string | null }) {
  const store = useBasemapStore()
  const session = useSessionStore()
  const { t, locale } = useI18n()

  const source = computed(() => {
    if (store.source) return (locale.value === 'en' && store.source.en) || store.source['zh-CN']
    return session.demoAccounts.length > 0 ? t('basemap.demo') : null
  })
  /** The township's own words go before the host's. */
  const maker = computed(() => {
    const { isShown, attribution } = basemap()
    if (!isShown) return null
    return (
      store.setting.attribution ?? attribution ?? (store.basemap.kind === 'tianditu' ? t('basemap.tianditu') : null)
    )
  })
  const approval = computed(() => {
    const number = (basemap().isShown && store.setting.approvalNumber) || store.mapApproval
    return number ? t('basemap.approval', { number }) : null
  })
  return computed(() => [source.value, maker.value, approval.value].filter((part) => part !== null))
}
