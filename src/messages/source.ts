import type { HotspotSource } from '../domain/source.ts'
import { defineMessages, type Messages } from './define-messages.ts'

/** `source.name.<source>`: where a hotspot was first heard of. */
export const source: Messages<{ name: Record<HotspotSource, string> }> = defineMessages({
  'zh-CN': {
    name: {
      officer: '网格员上报',
      inspection: '检查发现',
      revisit: '回头看',
      hotline: '热线',
      public: '群众反映',
      video: '视频发现',
      higher_level: '上级交办',
      import: '导入',
    },
  },
  en: {
    name: {
      officer: 'Grid officer',
      inspection: 'Inspection',
      revisit: 'Revisit',
      hotline: 'Hotline',
      public: 'Public',
      video: 'Video',
      higher_level: 'Higher level',
      import: 'Import',
    },
  },
})
