import type { Name, Town } from '../town/town.ts'

/** A responsible unit of the township. */
export interface DemoUnit {
  /** `urban`, `committee-v01`, `telecom`, `owner-<place key>` … */
  readonly key: string
  readonly areaKey: string
  readonly kind: 'department' | 'village_committee' | 'operator' | 'market_owner'
  readonly name: Name
}

const DEPARTMENTS: readonly (readonly [key: string, zh: string, en: string])[] = [
  ['urban', '镇城管办', 'Town Urban Management Office'],
  ['market_office', '镇市场监管所', 'Town Market Supervision Office'],
  ['sanitation', '镇环卫所', 'Town Sanitation Office'],
  ['works', '镇规划建设办', 'Town Planning and Construction Office'],
  ['order', '镇综治办', 'Town Public Order Office'],
  ['water', '镇水利站', 'Town Water Station'],
  ['agriculture', '镇农业农村办', 'Town Agriculture Office'],
]

/** Key of a village's or community's committee. */
export const committeeOf = (areaKey: string): string => `committee-${areaKey}`
/** Key of whoever runs a market. */
export const ownerOf = (placeKey: string): string => `owner-${placeKey}`

/** Departments, committees, cable operators and market owners of the town. */
export function demoUnits(town: Town): DemoUnit[] {
  const root = town.areas[0]?.key ?? ''
  const zh = town.name.zh.replace(/镇$/, '')
  const en = town.name.en.replace(/ Town$/, '')
  const operators: readonly (readonly [string, string, string])[] = [
    ['telecom', `${zh}通信运营公司`, `${en} Telecom Company`],
    ['power', `${zh}供电所`, `${en} Power Supply Station`],
    ['cable_tv', `${zh}广电网络站`, `${en} Cable TV Station`],
  ]
  return [
    ...DEPARTMENTS.map(([key, zh, en]) => unit(key, root, 'department', zh, en)),
    ...operators.map(([key, zh, en]) => unit(key, root, 'operator', zh, en)),
    ...town.areas.flatMap(({ key, level, name }) => {
      if (level !== 'village' && level !== 'community') return []
      const committee = level === 'village' ? '村民委员会' : '居民委员会'
      return [unit(committeeOf(key), key, 'village_committee', `${name.zh}${committee}`, `${name.en} Committee`)]
    }),
    ...town.places.flatMap(({ key, kind, areaKey, name }) =>
      kind === 'market' ? [unit(ownerOf(key), areaKey, 'market_owner', `${name.zh}开办方`, `${name.en} Owner`)] : [],
    ),
  ]
}

const unit = (key: string, areaKey: string, kind: DemoUnit['kind'], zh: string, en: string): DemoUnit => ({
  key,
  areaKey,
  kind,
  name: { zh, en },
})
