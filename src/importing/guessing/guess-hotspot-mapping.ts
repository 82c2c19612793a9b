import type { FileFormat } from '../files/file-format.ts'
import type { HotspotMapping, TextMapping } from '../mapping/hotspot-mapping.ts'
import type { Choice } from '../mapping/choice.ts'
import type { References } from '../references/references.ts'
import type { ColumnRole } from './column-words.ts'
import type { ColumnProfile, FileProfile } from './file-profile.ts'
import { guessCategory } from './guess-category.ts'
import { guessLocation } from './guess-location.ts'
import { guessMoment } from './guess-moment.ts'
import { guessStatus } from './guess-status.ts'
import { likelyColumns } from './likely-columns.ts'
import { sourceName } from './source-name.ts'

/** What a guess may rest on besides the file. */
export interface Surroundings {
  readonly fileName: string
  readonly timeZone: string
  readonly references: References
}

/** A mapping for a file of hotspots, from the names and texts of its columns; blank where nothing could be told. */
export function guessHotspotMapping(
  profile: FileProfile,
  format: FileFormat,
  { fileName, timeZone, references }: Surroundings,
): HotspotMapping {
  const source = sourceName(fileName)
  const reported = guessedMoment(profile, 'reportedAt')
  const closed = guessedMoment(profile, 'closedAt')
  const category = likelyColumns(profile, 'category').find((column) => column.values !== null)
  return {
    version: 1,
    kind: 'hotspots',
    source,
    key: guessKey(profile),
    location: guessLocation(profile, format),
    timeZone,
    reportedAt: reported ?? { column: '', format: 'yyyy-MM-dd HH:mm:ss' },
    ...(closed && closed.column !== reported?.column && { closedAt: closed }),
    category: category ? guessCategory(category, references.categories, source) : { column: '', own: source },
    status: guessStatuses(profile),
    ...guessUnit(profile, references),
    ...text(profile, 'title'),
    ...text(profile, 'description'),
    ...text(profile, 'address'),
  }
}

/** The likeliest key: filled in every row, without doubles as far as the sample tells; a blank when there is none. */
export function guessKey(profile: FileProfile): string {
  const isKey = ({ filled, sample }: ColumnProfile) => filled === profile.rows && new Set(sample).size === sample.length
  return [...likelyColumns(profile, 'key'), ...likelyColumns(profile, 'rowNumber')].find(isKey)?.name ?? ''
}

function guessedMoment(profile: FileProfile, role: 'reportedAt' | 'closedAt') {
  for (const column of likelyColumns(profile, role)) {
    const moment = guessMoment(column)
    if (moment) return moment
  }
  return null
}

function guessStatuses(profile: FileProfile): HotspotMapping['status'] {
  const column = likelyColumns(profile, 'status').find(({ values }) => values?.some(({ text }) => guessStatus(text)))
  if (!column) return { constant: 'reported' }
  const known = (column.values ?? []).flatMap(({ text }) => {
    const status = guessStatus(text)
    return status ? [[text, status] as const] : []
  })
  return { column: column.name, values: Object.fromEntries(known) }
}

function guessUnit(profile: FileProfile, { units }: References): { unit?: Choice<string> } {
  const names = new Set(units.flatMap(({ name, nameEn }) => (nameEn ? [name, nameEn] : [name])))
  const column = likelyColumns(profile, 'unit').find(({ values }) => values?.some(({ text }) => names.has(text)))
  if (!column) return {}
  const known = (column.values ?? []).filter(({ text }) => names.has(text))
  return { unit: { column: column.name, values: Object.fromEntries(known.map(({ text }) => [text, text])) } }
}

function text<K extends 'title' | 'description' | 'address'>(profile: FileProfile, role: K & ColumnRole) {
  const [column] = likelyColumns(profile, role)
  return (column ? { [role]: { column: column.name } } : {}) as { [P in K]?: TextMapping }
}
