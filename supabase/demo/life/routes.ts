import type { Town } from '../town/town.ts'
import { allTopics } from './topics/all-topics.ts'
import { codeSystemOf } from './topics/code-system.ts'
import { committeeOf, demoUnits } from './units.ts'

/** Which unit answers for a category: anywhere, or in one village or community. */
export interface DemoRoute {
  readonly codeSystem: string
  readonly code: string
  /** Null: anywhere in the township. */
  readonly areaKey: string | null
  readonly unitKey: string
}

/** Nobody has been told to answer for these yet: they show what a township finds in its queue of ownerless cases. */
const OWNERLESS = new Set(['dog-stray', 'ebike-parking', '06052'])
/** Who answers first for what several units share. */
const FIRST: Record<string, string> = { operator: 'telecom', market_owner: 'market_office' }

/** The routes of a town: each category to the unit that has to fix most of it. */
export function demoRoutes(town: Town): DemoRoute[] {
  const units = new Set(demoUnits(town).map(({ key }) => key))
  const villages = town.areas.filter(({ level }) => level === 'village' || level === 'community')
  const heaviest = new Map<string, (typeof allTopics)[number]>()
  for (const topic of allTopics)
    if (topic.weight > (heaviest.get(topic.code)?.weight ?? 0)) heaviest.set(topic.code, topic)
  return [...heaviest.values()].flatMap(({ code, unit }): DemoRoute[] => {
    if (OWNERLESS.has(code)) return []
    const codeSystem = codeSystemOf(code)
    if (unit === 'committee')
      return villages.map(({ key }) => ({ codeSystem, code, areaKey: key, unitKey: committeeOf(key) }))
    const unitKey = FIRST[unit] ?? unit
    return units.has(unitKey) ? [{ codeSystem, code, areaKey: null, unitKey }] : []
  })
}
