import { area } from './area.ts'
import { around } from './around.ts'
import { basemap } from './basemap.ts'
import { common } from './common.ts'
import { hotspot } from './hotspot.ts'
import { layer } from './layer.ts'
import { map } from './map.ts'
import { measuring } from './measuring.ts'
import { outage } from './outage.ts'
import { place } from './place.ts'
import { progress } from './progress.ts'
import { role } from './role.ts'
import { search } from './search.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { source } from './source.ts'
import { status } from './status.ts'
import { step } from './step.ts'
import { view } from './view.ts'

/** Every sentence in Chinese, by subject, but those that come with the part that shows them (teach-….ts, i18n.ts). */
export const zhCN = {
  area: area['zh-CN'],
  around: around['zh-CN'],
  basemap: basemap['zh-CN'],
  common: common['zh-CN'],
  hotspot: hotspot['zh-CN'],
  layer: layer['zh-CN'],
  map: map['zh-CN'],
  measuring: measuring['zh-CN'],
  outage: outage['zh-CN'],
  place: place['zh-CN'],
  progress: progress['zh-CN'],
  role: role['zh-CN'],
  search: search['zh-CN'],
  session: session['zh-CN'],
  shell: shell['zh-CN'],
  source: source['zh-CN'],
  status: status['zh-CN'],
  step: step['zh-CN'],
  view: view['zh-CN'],
}
