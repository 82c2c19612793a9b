import type { Query } from '../../support/test-database.ts'
import { addArea, addRoot } from './areas.ts'
import { box } from './box.ts'

/** The smallest township with everything a rule can be about; positions are `[lng, lat]`. */
export type Township = {
  root: number
  west: number
  east: number
  at: { west: [number, number]; east: [number, number]; direct: [number, number]; outside: [number, number] }
}

/**
 *            117.90      117.94      117.98
 *     31.01    +-----------------------+
 *              |  directly in the town |         outside: 118.10
 *     30.97    +-----------+-----------+
 *              |   west    |   east    |
 *     30.93    +-----------+-----------+
 */
export async function addTownship(query: Query, name = '示例镇'): Promise<Township> {
  const root = await addRoot(query, { name, boundary: box(117.9, 30.93, 117.98, 31.01) })
  const west = await addArea(query, root, { name: `${name}西村`, boundary: box(117.9, 30.93, 117.94, 30.97) })
  const east = await addArea(query, root, { name: `${name}东村`, boundary: box(117.94, 30.93, 117.98, 30.97) })
  const at: Township['at'] = {
    west: [117.92, 30.95],
    east: [117.96, 30.95],
    direct: [117.94, 30.99],
    outside: [118.1, 30.95],
  }
  return { root, west, east, at }
}
