import { defineMessages } from './define-messages.ts'

/** Words of the import wizard. */
export const importing = defineMessages({
  'zh-CN': {
    title: '导入',
  },
  en: {
    title: 'Import',
  },
})
