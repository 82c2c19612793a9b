import en from 'element-plus/es/locale/lang/en.mjs'
import zhCn from 'element-plus/es/locale/lang/zh-cn.mjs'
import { computed } from 'vue'
import { usePreferencesStore } from '../stores/preferences.ts'

/** The words of Element Plus itself (calendars, empty lists) in the chosen language. */
export function useElementLocale() {
  const preferences = usePreferencesStore()
  return computed(() => (preferences.locale === 'en' ? en : zhCn))
}
