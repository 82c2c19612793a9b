import { usePreferredDark, useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed } from 'vue'

/** Languages and appearances that a person may choose in this browser. */
export type AppLocale = 'zh-CN' | 'en'
export type AppTheme = 'system' | 'light' | 'dark'

/** What this browser remembers of its user's taste; nothing of it reaches the server. */
export const usePreferencesStore = defineStore('preferences', () => {
  const locale = useStorage<AppLocale>('locale', 'zh-CN')
  const theme = useStorage<AppTheme>('theme', 'system')
  const systemIsDark = usePreferredDark()
  const isDark = computed(() => (theme.value === 'system' ? systemIsDark.value : theme.value === 'dark'))

  return { locale, theme, isDark }
})
