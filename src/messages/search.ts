import { defineMessages } from './define-messages.ts'

/** Words of the search on the map. */
export const search = defineMessages({
  'zh-CN': {
    open: '搜索区域、场所、点位或坐标',
    hint: '搜索地名、点位、坐标',
    close: '关闭搜索',
    results: '搜索结果',
    help: '可以输入名称、拼音或首字母（如 sqc）、点位编号，或一对坐标。',
    searching: '正在查找点位…',
    nothing: '没有找到。换个说法，或输入编号、拼音首字母、坐标。',
    partly: '按文字只查找了最新的 {searched} 处点位，共 {total} 处；编号不受此限。',
    found: '{n} 个结果',
    goToPoint: '到这个坐标',
    forget: '清除搜索记录',
    group: { areas: '区域', places: '场所', hotspots: '问题点位', points: '坐标', recent: '最近搜索' },
  },
  en: {
    open: 'Search areas, places, hotspots or coordinates',
    hint: 'Search names, hotspots, coordinates',
    close: 'Close search',
    results: 'Results',
    help: 'Type a name, its pinyin or initials (such as sqc), the number of a hotspot, or coordinates.',
    searching: 'Looking for hotspots…',
    nothing: 'Nothing found. Try other words, a number, initials or coordinates.',
    partly: 'Only the newest {searched} of {total} hotspots were searched for words; numbers are always found.',
    found: '{n} result | {n} results',
    goToPoint: 'Go to this position',
    forget: 'Clear recent searches',
    group: { areas: 'Areas', places: 'Places', hotspots: 'Hotspots', points: 'Coordinates', recent: 'Recent' },
  },
})
