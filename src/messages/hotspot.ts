import { defineMessages } from './define-messages.ts'

/** Words of the hotspot. */
export const hotspot = defineMessages({
  'zh-CN': {
    title: '问题点位',
  },
  en: {
    title: 'Hotspot',
  },
})
