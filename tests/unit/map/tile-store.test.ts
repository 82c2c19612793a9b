import { describe, expect, it } from 'vitest'
import { tileAt } from '../../../src/geo/tile-address.ts'
import { createTileStore } from '../../../src/map/tiles/tile-store.ts'

const HERE: [number, number] = [117.94, 30.97]
const ELSEWHERE: [number, number] = [118.4, 31.4]
const tile = (askedAt: number) => ({ tile: new ArrayBuffer(1), askedAt })
const at = ([lng, lat]: [number, number], z = 14) => tileAt(lng, lat, z)

describe('kept tiles', () => {
  it('come back until something in them changes', () => {
    const store = createTileStore(10)
    store.put(at(HERE), tile(1))
    store.put(at(ELSEWHERE), tile(1))
    store.forget([HERE], 2)
    expect(store.get(at(HERE))).toBeUndefined()
    expect(store.get(at(ELSEWHERE))).toBeDefined()
  })

  it('are forgotten at every zoom', () => {
    const store = createTileStore(10)
    for (const z of [3, 9, 18]) store.put(at(HERE, z), tile(1))
    store.forget([HERE], 2)
    expect([3, 9, 18].map((z) => store.get(at(HERE, z)))).toEqual([undefined, undefined, undefined])
  })

  it('are not kept when a change overtook their request', () => {
    const store = createTileStore(10)
    store.forget([HERE], 5)
    store.put(at(HERE), tile(4))
    expect(store.get(at(HERE))).toBeUndefined()
    store.put(at(HERE), tile(6))
    expect(store.get(at(HERE))).toBeDefined()
  })

  it('are not kept when everything was cleared while they were under way', () => {
    const store = createTileStore(10)
    store.clear(5)
    store.put(at(HERE), tile(4))
    expect(store.get(at(HERE))).toBeUndefined()
  })

  it('go when there are too many, the longest unused first', () => {
    const store = createTileStore(2)
    store.put(at(HERE, 1), tile(1))
    store.put(at(HERE, 2), tile(1))
    store.get(at(HERE, 1))
    store.put(at(HERE, 3), tile(1))
    expect([1, 2, 3].map((z) => store.get(at(HERE, z)) !== undefined)).toEqual([true, false, true])
  })
})
