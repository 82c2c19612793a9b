import { randomStream } from '../chance/random.ts'
import { COMMUNITY_WORDS, VILLAGE_WORDS } from '../names/word-lists.ts'
import type { Home } from '../places/place-wishes.ts'
import { toPosition } from '../plane/frame.ts'
import type { Point } from '../plane/point.ts'
import { centroidOf, isInside } from '../plane/ring.ts'
import type { TownLattice } from '../roads/town-lattice.ts'
import type { TownArea } from '../town.ts'
import type { AreasPlan } from './areas-plan.ts'

/** Villages, then communities, in the order of the plan, with their names and the places where people live. */
export function townHomes(seed: number, plan: AreasPlan, cores: readonly Point[], lattice: TownLattice): Home[] {
  const words = randomStream(seed, 'village-names').shuffled(VILLAGE_WORDS)
  const quarters = [lattice.at(-330, 260), lattice.at(330, 260), lattice.at(-330, -330), lattice.at(330, -330)]
  return [
    ...plan.villages.map((_, i): Home => {
      const word = words[i]!
      const name = { zh: `${word.zh}村`, en: `${word.en} Village` }
      return { key: `v${String(i + 1).padStart(2, '0')}`, level: 'village', name, word, core: cores[i]! }
    }),
    ...plan.communities.map((_, i): Home => {
      const word = COMMUNITY_WORDS[i]!
      const name = { zh: `${word.zh}社区`, en: `${word.en} Community` }
      return { key: `c${i + 1}`, level: 'community', name, word, core: quarters[i]! }
    }),
  ]
}

/** All areas as the product knows them: the township, its villages and communities, and the communities' grids. */
export function townAreas(plan: AreasPlan, homes: readonly Home[]): TownArea[] {
  const closed = (ring: readonly Point[]) => [[...ring, ring[0]!].map(toPosition)]
  const rings = [...plan.villages, ...plan.communities.map(({ ring }) => ring)]
  return [
    {
      key: 'town',
      parentKey: null,
      level: 'township',
      name: { zh: '禾溪镇', en: 'Hexi Town' },
      boundary: closed(plan.township),
      core: toPosition([40, -90]),
    },
    ...homes.map(({ key, level, name, core }, i): TownArea => ({
      key,
      parentKey: 'town',
      level,
      name,
      boundary: closed(rings[i]!),
      core: toPosition(core),
    })),
    ...plan.communities.flatMap(({ grids }, i) => {
      const home = homes.find(({ key }) => key === `c${i + 1}`)!
      return grids.map((ring, k): TownArea => {
        const middle = centroidOf(ring)
        return {
          key: `${home.key}-g${String(k + 1).padStart(2, '0')}`,
          parentKey: home.key,
          level: 'grid',
          name: { zh: `${home.word.zh}第${NUMERALS[k]}网格`, en: `${home.word.en} Grid ${k + 1}` },
          boundary: closed(ring),
          core: toPosition(isInside(ring, middle) ? middle : ring[0]!),
        }
      })
    }),
  ]
}

const NUMERALS = ['一', '二', '三', '四', '五', '六'] as const
