import type { PlaceKind } from '../domain/place.ts'
import { defineMessages, type Messages } from './define-messages.ts'

/** `place.kind.<kind>`. */
export const place: Messages<{ kind: Record<PlaceKind, string> }> = defineMessages({
  'zh-CN': {
    kind: {
      village_seat: '村委会',
      market: '农贸市场',
      school: '学校',
      government: '政府机关',
      service_station: '服务站',
      park: '公园',
      inspection_site: '考察点',
      clinic: '卫生院',
      waste_station: '垃圾站',
      bus_stop: '公交站',
      other: '其他场所',
    },
  },
  en: {
    kind: {
      village_seat: 'Village seat',
      market: 'Market',
      school: 'School',
      government: 'Government',
      service_station: 'Service station',
      park: 'Park',
      inspection_site: 'Inspection site',
      clinic: 'Clinic',
      waste_station: 'Waste station',
      bus_stop: 'Bus stop',
      other: 'Other place',
    },
  },
})
