import { area } from './area.ts'
import { basemap } from './basemap.ts'
import { common } from './common.ts'
import { hotspot } from './hotspot.ts'
import { importing } from './importing.ts'
import { map } from './map.ts'
import { outage } from './outage.ts'
import { place } from './place.ts'
import { printing } from './printing.ts'
import { progress } from './progress.ts'
import { refusal } from './refusal.ts'
import { role } from './role.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { source } from './source.ts'
import { status } from './status.ts'
import { step } from './step.ts'

/** Every sentence in English, by subject. */
export const en = {
  area: area.en,
  basemap: basemap.en,
  common: common.en,
  hotspot: hotspot.en,
  importing: importing.en,
  map: map.en,
  outage: outage.en,
  place: place.en,
  printing: printing.en,
  progress: progress.en,
  refusal: refusal.en,
  role: role.en,
  session: session.en,
  shell: shell.en,
  source: source.en,
  status: status.en,
  step: step.en,
}
