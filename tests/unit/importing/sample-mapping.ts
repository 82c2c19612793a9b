import type { HotspotMapping } from '../../../src/importing/mapping/hotspot-mapping.ts'

/** The smallest mapping that takes the smallest ledger. */
export const sampleMapping: HotspotMapping = {
  version: 1,
  kind: 'hotspots',
  source: 'ledger',
  key: '编号',
  location: { lng: '经度', lat: '纬度' },
  timeZone: 'Asia/Shanghai',
  reportedAt: { column: '上报时间', format: 'yyyy-MM-dd HH:mm' },
  category: { column: '类别', own: 'ledger' },
  status: { column: '状态', values: { 已结案: 'closed', 已上报: 'reported', 处置中: 'in_progress' } },
}

/** A ledger for it; `rows` are lines under the header. */
export function ledger(...rows: string[]): string {
  return ['编号,经度,纬度,上报时间,结案时间,类别,状态,数量,单位', ...rows].join('\n')
}

/** A row that comes in. */
export const goodRow = (key: string) => `${key},117.94,30.97,2024-05-01 08:00,,暴露垃圾,已结案,3,环卫所`
