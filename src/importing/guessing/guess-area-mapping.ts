import type { AreaLevel } from '../../domain/area.ts'
import type { AreaMapping } from '../mapping/area-mapping.ts'
import type { FileProfile } from './file-profile.ts'
import { guessKey } from './guess-hotspot-mapping.ts'
import { likelyColumns } from './likely-columns.ts'
import { sourceName } from './source-name.ts'

const LEVEL_WORDS: readonly [RegExp, AreaLevel][] = [
  [/网格|grid/i, 'grid'],
  [/社区|居委会|council|community|neighbou?rhood/i, 'community'],
  [/村|village/i, 'village'],
  [/镇|乡|街道|township/i, 'township'],
  [/县|county/i, 'county'],
]

/** A mapping for a file of areas; the level is what most names end in, or what the name of the file says. */
export function guessAreaMapping(profile: FileProfile, fileName: string): AreaMapping {
  const name = likelyColumns(profile, 'name')[0]
  return {
    version: 1,
    kind: 'areas',
    source: sourceName(fileName),
    key: guessKey(profile) || name?.name || '',
    name: name?.name ?? '',
    ...nameEn(profile, name?.name),
    level: guessLevel(name?.sample ?? [], fileName),
  }
}

function nameEn(profile: FileProfile, name: string | undefined): { nameEn?: string } {
  const column = likelyColumns(profile, 'nameEn').find((each) => each.name !== name)
  return column ? { nameEn: column.name } : {}
}

function guessLevel(names: readonly string[], fileName: string): AreaLevel {
  const byName = LEVEL_WORDS.find(
    ([word]) => names.filter((each) => word.test(each.slice(-3))).length * 2 > names.length,
  )
  return (byName ?? LEVEL_WORDS.find(([word]) => word.test(fileName)))?.[1] ?? 'village'
}
