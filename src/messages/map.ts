import { defineMessages } from './define-messages.ts'

/** Words of the map. */
export const map = defineMessages({
  'zh-CN': {
    title: '地图',
  },
  en: {
    title: 'Map',
  },
})
