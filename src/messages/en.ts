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

/** Every sentence in English, by subject, but those of the import and the ledger, which come with them (teach-….ts). */
export const en = {
  area: area.en,
  around: around.en,
  basemap: basemap.en,
  clock: clock.en,
  common: common.en,
  hotspot: hotspot.en,
  layer: layer.en,
  map: map.en,
  measuring: measuring.en,
  outage: outage.en,
  place: place.en,
  printing: printing.en,
  progress: progress.en,
  relapse: relapse.en,
  refusal: refusal.en,
  replay: replay.en,
  role: role.en,
  search: search.en,
  session: session.en,
  shell: shell.en,
  source: source.en,
  status: status.en,
  step: step.en,
  view: view.en,
}
