import { watch, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { speak } from '../messages/speak.ts'
import { usePreferencesStore } from '../stores/preferences.ts'

/** Carries the chosen language and theme to the translator and to the page itself. */
export function useAppearance(): void {
  const preferences = usePreferencesStore()
  const { locale, t } = useI18n({ useScope: 'global' })
  watch(() => preferences.locale, speak)
  watchEffect(() => {
    document.documentElement.lang = locale.value
    document.documentElement.classList.toggle('dark', preferences.isDark)
    document.title = t('common.product')
  })
}
