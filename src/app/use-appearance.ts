import { watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePreferencesStore } from '../stores/preferences.ts'

/** Carries the chosen language and theme to the translator and to the page itself. */
export function useAppearance(): void {
  const preferences = usePreferencesStore()
  const { locale, t } = useI18n({ useScope: 'global' })
  watchEffect(() => {
    locale.value = preferences.locale
    document.documentElement.lang = preferences.locale
    document.documentElement.classList.toggle('dark', preferences.isDark)
    document.title = t('common.product')
  })
}
