/** The families of the desk, as MapLibre takes them: it draws all text itself when a style names no glyph server. */
export const TEXT_FONT = [
  'PingFang SC',
  'HarmonyOS Sans SC',
  'Source Han Sans SC',
  'Noto Sans CJK SC',
  'Microsoft YaHei',
  'system-ui',
]

export type MapLocale = 'zh-CN' | 'en'
