import type { Name } from '../town.ts'
import { EAST_STREET_WORDS, MAIN_ROAD_NAMES, NORTH_STREET_WORDS } from './word-lists.ts'

/** The name of a road by the key that the network gave it; null for lanes, which go by their village. */
export function roadName(key: string | null, villageNames: ReadonlyMap<string, Name>): Name | null {
  if (key === null) return null
  const main = MAIN_ROAD_NAMES[key]
  if (main) return main
  const [kind, rest = ''] = key.split(/[-/]/)
  if (kind === 'across') return NORTH_STREET_WORDS[Number(rest) % NORTH_STREET_WORDS.length]!
  if (kind === 'up') return EAST_STREET_WORDS[Number(rest) % EAST_STREET_WORDS.length]!
  const village = kind === 'road' ? villageNames.get(rest) : undefined
  return village ? { zh: `${village.zh}路`, en: `${village.en} Road` } : null
}
