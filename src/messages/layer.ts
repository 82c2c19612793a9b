import { defineMessages } from './define-messages.ts'

/** Words of the layers of the map. */
export const layer = defineMessages({
  'zh-CN': {
    title: '图层',
    areas: '区域',
    places: '场所',
    hotspots: '问题点位',
    basemap: '底图',
    show: '显示{name}',
    expand: '展开{name}',
    collapse: '收起{name}',
    opacity: '{name}的不透明度',
    percent: '{n}%',
    count: '{n} 个',
    usual: '恢复默认',
    panel: '筛选与图层',
    open: '打开筛选与图层',
    close: '收起',
  },
  en: {
    title: 'Layers',
    areas: 'Areas',
    places: 'Places',
    hotspots: 'Hotspots',
    basemap: 'Basemap',
    show: 'Show {name}',
    expand: 'Expand {name}',
    collapse: 'Collapse {name}',
    opacity: 'Opacity of {name}',
    percent: '{n}%',
    count: '{n} in all',
    usual: 'Back to default',
    panel: 'Filters and layers',
    open: 'Open filters and layers',
    close: 'Collapse',
  },
})
