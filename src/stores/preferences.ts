import { usePreferredDark, useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { BasemapChoice } from '../domain/basemap.ts'

/** Languages and appearances that a person may choose in this browser. */
export type AppLocale = 'zh-CN' | 'en'
export type AppTheme = 'system' | 'light' | 'dark'

/** What this browser remembers of its user's taste; nothing of it reaches the server. */
export const usePreferencesStore = defineStore('preferences', () => {
  const locale = useStorage<AppLocale>('locale', 'zh-CN')
  const theme = useStorage<AppTheme>('theme', 'system')
  /** The viewer's own basemap; where a township does not offer it, its own is drawn. */
  const basemap = useStorage<BasemapChoice>('basemap', 'own')
  const systemIsDark = usePreferredDark()
  const isDark = computed(() => (theme.value === 'system' ? systemIsDark.value : theme.value === 'dark'))

  return { locale, theme, basemap, isDark }
})
