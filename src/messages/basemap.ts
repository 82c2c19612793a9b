import type { BasemapChoice, BasemapProblem } from '../domain/basemap.ts'
import { defineMessages, type Messages } from './define-messages.ts'

type Reason = 'unreachable' | 'slow' | 'denied' | 'wrong' | 'offline'

/** Words of what lies under the data. */
export const basemap: Messages<{
  label: string
  choice: Record<BasemapChoice, string>
  away: string
  trying: string
  retry: string
  back: string
  reason: Record<Reason, string>
  problem: Record<BasemapProblem, string>
  dismiss: string
  approval: string
  tianditu: string
  demo: string
}> = defineMessages({
  'zh-CN': {
    label: '底图',
    choice: { own: '本镇底图', vec: '天地图 · 矢量', img: '天地图 · 影像', none: '素底图' },
    away: '底图暂时不可用，已改用素底图',
    trying: '正在重新连接底图',
    retry: '重试',
    back: '底图已恢复',
    reason: {
      unreachable: '底图服务器没有回应。',
      slow: '底图服务器超过 3 秒没有回应。',
      denied: '底图服务器拒绝访问，请管理员检查密钥。',
      wrong: '底图地址给出的不是地图，请管理员检查设置。',
      offline: '设备没有联网。',
    },
    problem: {
      unreadable: '底图设置有误，已改用素底图：请管理员检查设置“basemap”。',
      shifted: '底图用的是偏移坐标（如 GCJ-02），会与点位错开几百米，因此不显示：请改用 WGS 84 或 CGCS2000 的底图。',
    },
    dismiss: '知道了',
    approval: '审图号：{number}',
    tianditu: '天地图',
    demo: '示意地图，地理为虚构',
  },
  en: {
    label: 'Basemap',
    choice: { own: 'Own basemap', vec: 'Tianditu map', img: 'Tianditu imagery', none: 'Plain paper' },
    away: 'The basemap is not available right now; the map goes on without it',
    trying: 'Asking for the basemap again',
    retry: 'Try again',
    back: 'The basemap is back',
    reason: {
      unreachable: 'Its server does not answer.',
      slow: 'Its server took more than 3 seconds.',
      denied: 'Its server refuses access: an administrator should check the token.',
      wrong: 'What is at its address is no map: an administrator should check the setting.',
      offline: 'This device has no network.',
    },
    problem: {
      unreadable:
        'The basemap setting cannot be read, so the map goes without: an administrator should check the setting “basemap”.',
      shifted:
        'The basemap has shifted coordinates (such as GCJ-02) that lie hundreds of metres beside the hotspots, so it is not shown: choose one in WGS 84 or CGCS2000.',
    },
    dismiss: 'Understood',
    approval: 'Approval no. {number}',
    tianditu: 'Tianditu',
    demo: 'Sketch map; the geography is invented',
  },
})
