import { area } from './area.ts'
import { around } from './around.ts'
import { basemap } from './basemap.ts'
import { clock } from './clock.ts'
import { common } from './common.ts'
import { hotspot } from './hotspot.ts'
import { layer } from './layer.ts'
import { map } from './map.ts'
import { measuring } from './measuring.ts'
import { outage } from './outage.ts'
import { place } from './place.ts'
import { printing } from './printing.ts'
import { progress } from './progress.ts'
import { relapse } from './relapse.ts'
import { refusal } from './refusal.ts'
import { replay } from './replay.ts'
import { role } from './role.ts'
import { search } from './search.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { source } from './source.ts'
import { status } from './status.ts'
import { step } from './step.ts'
import { view } from './view.ts'

/** Every sentence in Chinese, by subject, but those of the import and the ledger, which come with them (teach-….ts). */
export const zhCN = {
  area: area['zh-CN'],
  around: around['zh-CN'],
  basemap: basemap['zh-CN'],
  clock: clock['zh-CN'],
  common: common['zh-CN'],
  hotspot: hotspot['zh-CN'],
  layer: layer['zh-CN'],
  map: map['zh-CN'],
  measuring: measuring['zh-CN'],
  outage: outage['zh-CN'],
  place: place['zh-CN'],
  printing: printing['zh-CN'],
  progress: progress['zh-CN'],
  relapse: relapse['zh-CN'],
  refusal: refusal['zh-CN'],
  replay: replay['zh-CN'],
  role: role['zh-CN'],
  search: search['zh-CN'],
  session: session['zh-CN'],
  shell: shell['zh-CN'],
  source: source['zh-CN'],
  status: status['zh-CN'],
  step: step['zh-CN'],
  view: view['zh-CN'],
}
