import { randomStream } from '../chance/random.ts'
import type { BuildingDraft } from '../buildings/building-draft.ts'
import type { Ground } from '../buildings/ground.ts'
import { ESTATE_WORDS } from '../names/word-lists.ts'
import { hypot } from '../plane/hypot.ts'
import { type Point } from '../plane/point.ts'
import type { Name } from '../town.ts'
import type { Home } from './place-wishes.ts'
import type { PlaceDraft } from './special-buildings.ts'

const WANTED = 32
const APART_M = 210
const ROAD_M = 34

const SIGHTS: readonly ((word: Name) => Name)[] = [
  ({ zh, en }) => ({ zh: `${zh}古民居`, en: `${en} Old Houses` }),
  ({ zh, en }) => ({ zh: `${zh}祠堂`, en: `${en} Ancestral Hall` }),
  ({ zh, en }) => ({ zh: `${zh}美丽乡村示范点`, en: `${en} Model Village` }),
  ({ zh, en }) => ({ zh: `${zh}农家乐`, en: `${en} Farm Inn` }),
]
const OLD_STREETS: readonly Name[] = [
  { zh: '青石老街', en: 'Qingshi Old Street' },
  { zh: '米市老街', en: 'Mishi Old Street' },
  { zh: '渡口老街', en: 'Dukou Old Street' },
  { zh: '当铺巷', en: 'Dangpu Alley' },
  { zh: '牌坊街', en: 'Paifang Street' },
  { zh: '河沿老街', en: 'Heyan Old Street' },
]

/** The 32 sites that inspections visit: estates, old streets, and sights of the villages, each at a building by a road. */
export function inspectionSites(
  seed: number,
  homes: readonly Home[],
  buildings: readonly BuildingDraft[],
  ground: Ground,
): PlaceDraft[] {
  const random = randomStream(seed, 'inspection-sites')
  const sites: PlaceDraft[] = []
  const middle = ({ ring }: BuildingDraft): Point => [(ring[0]![0] + ring[2]![0]) / 2, (ring[0]![1] + ring[2]![1]) / 2]
  const settle = (candidates: readonly BuildingDraft[], name: Name) => {
    const found = candidates.find((building) => {
      const at = middle(building)
      return (
        ground.roads.nearest(at, ROAD_M) !== null &&
        sites.every((site) => hypot(site.at[0] - at[0], site.at[1] - at[1]) > APART_M)
      )
    })
    if (!found || sites.length === WANTED) return
    sites.push({
      key: `site-${String(sites.length + 1).padStart(2, '0')}`,
      kind: 'inspection_site',
      name,
      areaKey: found.areaKey,
      at: middle(found),
    })
  }
  const estates = random.shuffled(buildings.filter(({ kind }) => kind === 'estate'))
  for (const name of ESTATE_WORDS) settle(estates, name)
  const old = random.shuffled(buildings.filter(({ kind, areaKey }) => kind === 'house' && areaKey.startsWith('c')))
  for (const name of OLD_STREETS) settle(old, name)
  const villages = random.shuffled(homes.filter(({ level }) => level === 'village'))
  for (const [i, home] of villages.entries()) {
    const houses = random.shuffled(buildings.filter(({ kind, areaKey }) => kind === 'house' && areaKey === home.key))
    const away = (building: BuildingDraft) =>
      hypot(middle(building)[0] - home.core[0], middle(building)[1] - home.core[1])
    settle(
      houses.filter((house) => away(house) < 260),
      SIGHTS[i % SIGHTS.length]!(home.word),
    )
  }
  return sites
}
