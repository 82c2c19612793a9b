/** The families of the desk, as MapLibre takes them: it draws all text itself when a style names no glyph server. */
export const TEXT_FONT = [
  'PingFang SC',
  'HarmonyOS Sans SC',
  'Source Han Sans SC',
  'Noto Sans CJK SC',
  'Microsoft YaHei',
  'system-ui',
]

/** The same families for a canvas of one's own. */
export const FONT_STACK = [...TEXT_FONT.map((family) => `'${family}'`), 'sans-serif'].join(', ')

export type MapLocale = 'zh-CN' | 'en'
