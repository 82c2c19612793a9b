import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatOf } from '../../../src/importing/files/file-format.ts'
import { rowsOf } from '../../../src/importing/files/rows.ts'
import { doubledKeys } from '../../../src/importing/judging/doubled-keys.ts'
import { KeyCensus } from '../../../src/importing/judging/key-census.ts'
import { textHash } from '../../../src/importing/judging/text-hash.ts'
import { fileOf } from './in-memory.ts'

async function doublesIn(keys: readonly string[], mostHashes: number) {
  const source = fileOf(['key,x', ...keys.map((key) => `${key},1`)].join('\n'))
  const format = await formatOf(source)
  const census = new KeyCensus(0, 1, mostHashes)
  for await (const rows of rowsOf(source, format)) for (const row of rows) census.add(row.value('key'))
  return { doubles: await doubledKeys(source, format, 'key', census), parts: census.partsNeeded }
}

describe('the census of keys', () => {
  it('names the first doubled keys with their lines', async () => {
    const { doubles } = await doublesIn(['a', 'b', 'a', 'c', 'b', 'a'], 100)
    expect(doubles).toEqual([
      { key: 'a', lines: [2, 4, 7] },
      { key: 'b', lines: [3, 6] },
    ])
  })

  it('names at most five keys and five lines', async () => {
    const keys = Array.from({ length: 60 }, (_, i) => `k${i % 6}`)
    const { doubles } = await doublesIn(keys, 100)
    expect(doubles).toHaveLength(5)
    expect(doubles[0]?.lines).toHaveLength(5)
  })

  it('is not taken in by two keys that only share a hash', async () => {
    const twins = sharedHash()
    expect(textHash(twins[0])).toBe(textHash(twins[1]))
    expect((await doublesIn(twins, 100)).doubles).toEqual([])
  })

  it('finds doubles among more keys than it may hold at once, by reading the file in parts', async () => {
    const keys = Array.from({ length: 500 }, (_, i) => `key-${i}`)
    for (const doubled of ['key-3', 'key-77', 'key-498']) {
      const { doubles, parts } = await doublesIn([...keys, doubled], 64)
      expect(parts).toBeGreaterThan(4)
      expect(doubles.map(({ key }) => key)).toEqual([doubled])
    }
    expect((await doublesIn(keys, 64)).doubles).toEqual([])
  })

  it('finds a double exactly when there is one', async () => {
    const key = fc.stringMatching(/^[a-c]{1,4}$/)
    await fc.assert(
      fc.asyncProperty(
        fc.array(key, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 4, max: 50 }),
        async (keys, most) => {
          const { doubles } = await doublesIn(keys, most)
          expect(doubles.length > 0).toBe(new Set(keys).size < keys.length)
        },
      ),
      { numRuns: 200 },
    )
  })
})

/** Two different texts of one hash: among 300,000 texts there are some ten such pairs. */
function sharedHash(): [string, string] {
  const seen = new Map<number, string>()
  for (let i = 0; ; i++) {
    const text = `n${i}`
    const twin = seen.get(textHash(text))
    if (twin) return [twin, text]
    seen.set(textHash(text), text)
  }
}
