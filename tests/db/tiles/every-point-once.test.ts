import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, TestDatabase } from '../../support/test-database.ts'
import { addRoot } from '../support/areas.ts'
import { addHotspot } from '../support/hotspots.ts'
import { addPerson } from '../support/people.ts'
import { randomFrom } from '../support/random.ts'
import { cornerOf, mercatorUnits, tileAt } from './mercator.ts'
import { readTiles, type PointTile, type TileAddress } from './tile.ts'

const ZOOMS = [0, 1, 2, 5, 8, 11, 14, 16, 17, 18]
const NUDGE = 1e-9

/** Places where a point could fall between two tiles, or into both. */
function awkwardPositions(): [lng: number, lat: number][] {
  const corners: TileAddress[] = [
    [1, 1, 1],
    [8, 211, 105],
    [11, 1694, 839],
    [14, 13559, 6715],
    [16, 54239, 26863],
    [17, 108479, 53727],
    [18, 216958, 107455],
  ]
  const around = corners.flatMap(([z, x, y]) => {
    const [lng, lat] = cornerOf(z, x, y)
    return [-NUDGE, 0, NUDGE].flatMap((east) => [-NUDGE, 0, NUDGE].map((north) => [lng + east, lat + north]))
  })
  const edges = [
    [-180, 0],
    [180, 0],
    [-180, 85.0511287798066],
    [180, -85.0511287798066],
    [0, 85.06],
    [0, -85.06],
    [0, 90],
    [0, -90],
    [180, 90],
    [-180, -90],
    [-180 + NUDGE, 10],
    [180 - NUDGE, 10],
    [0, 0],
  ]
  return [...around, ...edges] as [number, number][]
}

describe('every hotspot is in exactly one tile of a zoom', () => {
  let db: TestDatabase
  let viewer: Actor
  let root: number
  const at = new Map<number, [lng: number, lat: number]>()

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    root = await addRoot(db.query)
    viewer = await addPerson(db.query, { role: 'viewer', area: root })
    const { next } = randomFrom(7)
    const random = Array.from({ length: 40 }, (): [number, number] => [next() * 360 - 180, next() * 170 - 85])
    for (const [lng, lat] of [...awkwardPositions(), ...random]) {
      at.set((await addHotspot(db.query, { root, lng, lat })).no, [lng, lat])
    }
  })
  afterAll(() => db.close())

  const tilesAround = (z: number): TileAddress[] => {
    const found = new Map<string, TileAddress>()
    for (const position of at.values()) {
      const [x, y] = tileAt(...position, z)
      for (const east of [-1, 0, 1]) {
        for (const south of [-1, 0, 1]) {
          const address: TileAddress = [z, x + east, y + south]
          const isThere = address.slice(1).every((place) => place >= 0 && place < 2 ** z)
          if (isThere) found.set(address.join(), address)
        }
      }
    }
    return [...found.values()]
  }

  it.each(ZOOMS)('at zoom %i, on borders, corners, poles and the date line too', async (z) => {
    const addresses = tilesAround(z)
    const tiles = (await db.rehearse(viewer, (query) => readTiles(query, addresses, { root }))) as PointTile[]
    const seen = tiles.flatMap((tile) => tile.no)
    expect(seen.sort((a, b) => a - b)).toEqual([...at.keys()].sort((a, b) => a - b))
  })

  it.each(ZOOMS)('at zoom %i, and stands there where it is', async (z) => {
    const addresses = tilesAround(z)
    const tiles = (await db.rehearse(viewer, (query) => readTiles(query, addresses, { root }))) as PointTile[]
    const unitsPerPosition = 2 ** (18 - z)
    const wrong = tiles.flatMap((tile, place) => {
      const [, x, y] = addresses[place]!
      return tile.no.filter((no, i) => {
        const [unitX, unitY] = mercatorUnits(...at.get(no)!)
        const there = [x * 4096 + tile.x[i]!, y * 4096 + tile.y[i]!]
        // The last bit of a logarithm may differ between engines: one unit of 3.7 cm.
        const isNear = (units: number, position: number) =>
          Math.abs(units - position * unitsPerPosition - unitsPerPosition / 2) <= unitsPerPosition / 2 + 1
        return !(isNear(unitX, there[0]!) && isNear(unitY, there[1]!))
      })
    })
    expect(wrong).toEqual([])
  })
})
