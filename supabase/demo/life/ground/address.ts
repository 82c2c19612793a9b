import type { Position, Town } from '../../town/town.ts'
import { Chance } from '../chance.ts'
import type { SiteKind, Topic } from '../topics/topic.ts'
import type { Found } from './find-spot.ts'
import { isStretch, type Site } from './site.ts'

const SPOTS: Record<SiteKind, readonly string[]> = {
  street: ['门前', '对面', '旁', '巷口', '路段'],
  lane: ['巷内', '巷口', '转角处', '旁'],
  county_road: ['路段', '路肩', '边沟旁', '路口'],
  cable: ['门前', '旁', '路口', '杆线处'],
  market: ['东门', '北门', '蔬菜区', '水产区', '熟食区', '后门通道'],
  school: ['校门东侧', '校门西侧', '围墙外', '门前人行道'],
  bus_stop: ['站牌', '候车亭', '旁'],
  park: ['入口', '步道旁', '停车处', '休息亭旁'],
  waste_station: ['门前', '旁', '围墙外'],
  office: ['门前', '院内', '旁', '宣传栏处'],
  estate: ['楼下', '楼旁', '1单元', '2单元', '3单元'],
  house: ['屋前', '屋后', '院墙外', '旁'],
  bank: ['岸边', '步道旁', '埠头', '护坡'],
  field: ['田头', '机耕路旁', '沟渠边'],
}
const ESTATE_FIRST = ['和', '锦', '康', '安', '丰', '景', '瑞', '嘉', '兴', '福']
const ESTATE_LAST = ['苑', '园小区', '家园', '新村', '花园', '庭']

/** So many degrees on a side has the ground of one group of a village, or of one estate. */
const GROUP_DEGREES = 0.0035

/** An address as a grid officer writes it: village or street, number or group, spot. */
export function addressOf(site: Site, found: Found, home: string, topic: Topic, town: Town, chance: Chance): string {
  const isUsual = site.kind === Object.keys(topic.where)[0]
  const spot = chance.pick((isUsual && topic.spots) || SPOTS[site.kind])
  if (isStretch(site)) {
    if (!site.name) return `${home}${groupAt(found.position, town)}组${spot}`
    if (site.kind === 'county_road') return `${home}${site.name}${spot}`
    return `${home}${site.name}${1 + Math.floor(found.alongM / 7)}号${spot}`
  }
  if (site.kind === 'bank') return `${home}${site.name ?? '小河'}${spot}`
  if (site.name) return `${site.name}${spot}`
  if (site.kind === 'estate') return `${home}${estateAt(found.position, town)}${chance.whole(1, 18)}栋${spot}`
  const number = site.kind === 'house' ? `${chance.whole(1, 68)}号` : ''
  return `${home}${groupAt(found.position, town)}组${number}${spot}`
}

const cellAt = ([lng, lat]: Position, salt: string, town: Town) =>
  new Chance(town.seed, Math.floor(lng / GROUP_DEGREES) * 100_000 + Math.floor(lat / GROUP_DEGREES), salt)

const groupAt = (position: Position, town: Town): number => cellAt(position, 'group', town).whole(1, 16)

function estateAt(position: Position, town: Town): string {
  const chance = cellAt(position, 'estate', town)
  return `${chance.pick(ESTATE_FIRST)}${chance.pick(['溪', '禾', '湖', '康', '馨', '泰'])}${chance.pick(ESTATE_LAST)}`
}
