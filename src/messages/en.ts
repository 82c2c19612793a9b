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

/** Every sentence in English, by subject, but those that come with the part that shows them (teach-….ts, i18n.ts). */
export const en = {
  area: area.en,
  around: around.en,
  basemap: basemap.en,
  common: common.en,
  hotspot: hotspot.en,
  layer: layer.en,
  map: map.en,
  measuring: measuring.en,
  outage: outage.en,
  place: place.en,
  progress: progress.en,
  role: role.en,
  search: search.en,
  session: session.en,
  shell: shell.en,
  source: source.en,
  status: status.en,
  step: step.en,
  view: view.en,
}
