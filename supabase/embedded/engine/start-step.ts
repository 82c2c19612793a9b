/** What a start does that takes seconds, in the order in which it begins, in plain words. */
export const startSteps = {
  engine: { zh: '建立数据库', en: 'Making the database' },
  tables: { zh: '建表', en: 'Making its tables' },
  town: { zh: '生成虚构的乡镇', en: 'Making the invented township' },
  cases: { zh: '写入乡镇和问题点位', en: 'Writing the township and its hotspots' },
  indexes: { zh: '建立索引和统计', en: 'Building indexes and counts' },
  basemap: { zh: '绘制底图', en: 'Drawing the basemap' },
} as const

/** One of them. */
export type StartStep = keyof typeof startSteps
