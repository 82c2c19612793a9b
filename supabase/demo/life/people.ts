import type { Town } from '../town/town.ts'
import { Chance } from './chance.ts'
import type { DemoUnit } from './units.ts'

/** The key of the neighbouring township's root, which has a name and one account and nothing else. */
export const NEIGHBOUR = 'neighbour'

/** A right of a person: role × area × unit. */
export interface DemoMembership {
  readonly role: 'admin' | 'planner' | 'supervisor' | 'handler' | 'officer' | 'viewer'
  readonly areaKey: string
  readonly unitKey: string | null
  readonly isLeader: boolean
}

/** Somebody with an account, `<account>@demo.example`. */
export interface DemoPerson {
  readonly account: string
  readonly name: string
  readonly memberships: readonly DemoMembership[]
}

/** How many leaders share the villages among them. */
const PATCHES = 7
const SURNAMES = [
  ...'王李张刘陈杨黄赵吴徐孙马朱胡郭高罗郑梁谢唐韩曹邓萧冯曾程蔡彭潘袁董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛',
]
const GIVEN = [
  '远山',
  '清和',
  '立夏',
  '安宁',
  '晓溪',
  '守信',
  '知秋',
  '春和',
  '明禾',
  '雨晴',
  '长宇',
  '石生',
  '望舒',
  '景行',
  '思源',
  '嘉树',
  '云舟',
  '若川',
  '书言',
  '子衡',
  '向南',
  '亦枫',
  '一鸣',
  '怀瑾',
  '秋实',
  '建业',
  '国梁',
  '文斌',
  '小满',
  '桂芳',
  '海燕',
  '志强',
  '秀兰',
  '丽华',
  '永昌',
  '德顺',
]

/**
 * Everybody of the demo: the accounts that the sign-in page offers, a handler for every unit, an officer for every village, community and grid,
 * and leaders with patches. All names are invented.
 */
export function demoPeople(town: Town, units: readonly DemoUnit[]): DemoPerson[] {
  const root = town.areas[0]?.key ?? ''
  const homes = town.areas.filter(({ level }) => level === 'village' || level === 'community')
  const grids = town.areas.filter(({ level }) => level === 'grid')
  // The officer that everybody tries first works where most happens.
  const beats = [...homes].sort((a, b) => Number(b.level === 'community') - Number(a.level === 'community'))
  const names = new NameList(town.seed)
  const own = (role: DemoMembership['role'], areaKey = root, unitKey: string | null = null, isLeader = false) => ({
    role,
    areaKey,
    unitKey,
    isLeader,
  })
  return [
    { account: 'admin', name: '林知远', memberships: [own('admin')] },
    { account: 'planner', name: '苏明禾', memberships: [own('planner')] },
    { account: 'supervisor', name: '周立行', memberships: [own('supervisor')] },
    { account: 'supervisor2', name: '许安宁', memberships: [own('supervisor')] },
    { account: 'viewer', name: '何清', memberships: [own('viewer')] },
    { account: 'leader', name: '程望山', memberships: [own('viewer', root, null, true)] },
    { account: 'stranger', name: '邹邻舟', memberships: [own('admin', NEIGHBOUR), own('planner', NEIGHBOUR)] },
    ...inHandlerOrder(units).map(({ key, areaKey }, i) => ({
      account: numbered('handler', i),
      name: i === 0 ? '方正川' : names.next(),
      memberships: [own('handler', areaKey, key)],
    })),
    ...[...beats, ...grids].map(({ key }, i) => ({
      account: numbered('officer', i),
      name: i === 0 ? '宋雨晴' : names.next(),
      memberships: [own('officer', key)],
    })),
    ...Array.from({ length: Math.min(PATCHES, homes.length) }, (_, patch) => ({
      account: numbered('leader', patch + 1),
      name: names.next(),
      memberships: homes.filter((_, i) => i % PATCHES === patch).map(({ key }) => own('viewer', key, null, true)),
    })),
  ]
}

/** The account that acts for each unit, by the unit's key. */
export function handlersByUnit(people: readonly DemoPerson[]): Map<string, string> {
  return new Map(
    people.flatMap(({ account, memberships }) =>
      memberships.flatMap(({ role, unitKey }) => (role === 'handler' && unitKey ? [[unitKey, account] as const] : [])),
    ),
  )
}

/** Urban management first, then a village, markets and cables: the handlers that a demonstration needs. */
function inHandlerOrder(units: readonly DemoUnit[]): DemoUnit[] {
  const firstVillage = units.find(({ kind }) => kind === 'village_committee')?.key ?? ''
  const first = ['urban', firstVillage, 'market_office', 'telecom']
  return [
    ...first.flatMap((key) => units.filter((unit) => unit.key === key)),
    ...units.filter(({ key }) => !first.includes(key)),
  ]
}

const numbered = (role: string, i: number) => (i === 0 ? role : `${role}${i + 1}`)

/** Invented names, none twice. */
class NameList {
  private readonly taken = new Set<string>()
  private readonly chance: Chance

  constructor(seed: number) {
    this.chance = new Chance(seed, 0, 'names')
  }

  next(): string {
    const name = this.chance.pick(SURNAMES) + this.chance.pick(GIVEN)
    if (this.taken.has(name)) return this.next()
    this.taken.add(name)
    return name
  }
}
