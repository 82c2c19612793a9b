import type { AreaLevel } from '../domain/area.ts'
import { defineMessages, type Messages } from './define-messages.ts'

/** `area.level.<level>`. */
export const area: Messages<{ level: Record<AreaLevel, string> }> = defineMessages({
  'zh-CN': { level: { county: '县区', township: '乡镇', village: '村', community: '社区', grid: '网格' } },
  en: { level: { county: 'County', township: 'Township', village: 'Village', community: 'Community', grid: 'Grid' } },
})
