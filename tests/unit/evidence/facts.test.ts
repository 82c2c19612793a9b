import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceHash } from '../../../src/evidence/difference-hash.ts'
import { exifInstant } from '../../../src/evidence/exif-instant.ts'
import { fitWithin } from '../../../src/evidence/fit-within.ts'
import { sha256, sha256ByHand } from '../../../src/evidence/sha256.ts'

/** A grey picture: one value a pixel by its place. */
function grey(width: number, height: number, at: (x: number, y: number) => number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(4 * width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgba.fill(at(x, y), 4 * (y * width + x), 4 * (y * width + x) + 3)
  return rgba
}

const bitsOf = (hash: string) => BigInt(`0x${hash}`).toString(2).padStart(64, '0')
const distance = (one: string, other: string) => [...bitsOf(one)].filter((bit, at) => bit !== bitsOf(other)[at]).length

/** Up to this distance the database calls two pictures the same. */
const NEAR = 6

/** Some 40 blobs: what a photo is to a hash. */
const scene = (seed: number) => (x: number, y: number) =>
  128 + 60 * Math.sin(seed + x / 23 + Math.cos(y / 31 + seed)) + 50 * Math.cos((x * seed) / 97 - y / 19)

describe('a difference hash', () => {
  it('has a bit for each neighbour that is brighter, the first one highest', () => {
    expect(
      differenceHash(
        grey(90, 80, (x) => x),
        90,
        80,
      ),
    ).toBe('ffffffffffffffff')
    expect(
      differenceHash(
        grey(90, 80, (x) => 255 - x),
        90,
        80,
      ),
    ).toBe('0000000000000000')
    expect(
      differenceHash(
        grey(9, 8, (x, y) => (y === 0 && x > 0 ? 255 : 0)),
        9,
        8,
      ),
    ).toBe('8000000000000000')
    expect(
      differenceHash(
        grey(9, 8, (x, y) => (y === 7 && x === 8 ? 255 : 0)),
        9,
        8,
      ),
    ).toBe('0000000000000001')
  })

  it('has nothing to say of a plain wall, noise and all', () => {
    expect(
      differenceHash(
        grey(320, 240, (x, y) => 120 + ((x * 7 + y * 13) % 3)),
        320,
        240,
      ),
    ).toBe('0000000000000000')
  })

  it('stays nearly the same when a picture is made smaller, brighter or noisier', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const at = scene(seed)
      const hash = differenceHash(grey(320, 240, at), 320, 240)
      expect(
        distance(
          hash,
          differenceHash(
            grey(160, 120, (x, y) => at(2 * x, 2 * y)),
            160,
            120,
          ),
        ),
      ).toBeLessThanOrEqual(NEAR)
      expect(
        distance(
          hash,
          differenceHash(
            grey(320, 240, (x, y) => at(x, y) * 0.8 + 30),
            320,
            240,
          ),
        ),
      ).toBeLessThanOrEqual(NEAR)
      const noisy = grey(320, 240, (x, y) => at(x, y) + ((x * 31 + y * 17) % 9) - 4)
      expect(distance(hash, differenceHash(noisy, 320, 240))).toBeLessThanOrEqual(NEAR)
    }
  })

  it('is far from that of another picture', () => {
    const hashes = [1, 2, 3, 4, 5].map((seed) => differenceHash(grey(320, 240, scene(seed)), 320, 240))
    for (const [i, one] of hashes.entries())
      for (const other of hashes.slice(i + 1)) expect(distance(one, other)).toBeGreaterThan(NEAR)
  })
})

describe('the time of a camera', () => {
  it('is an instant where the camera knows its zone', () => {
    expect(exifInstant('2026:05:08 09:30:15', '+08:00')).toBe('2026-05-08T01:30:15.000Z')
    expect(exifInstant('2026:05:08 09:30:15', '-03:30')).toBe('2026-05-08T13:00:15.000Z')
  })

  it('is this device’s own time where it does not', () => {
    expect(exifInstant('2026:05:08 09:30:15', undefined)).toBe(new Date(2026, 4, 8, 9, 30, 15).toISOString())
    expect(exifInstant('2026:05:08 09:30:15', '   :  ')).toBe(new Date(2026, 4, 8, 9, 30, 15).toISOString())
  })

  it.each([
    '0000:00:00 00:00:00',
    '    :  :     :  :  ',
    '2026-05-08 09:30:15',
    '2026:13:08 09:30:15',
    '',
    20260508,
    null,
  ])('is none: %s', (time) => {
    expect(exifInstant(time, '+08:00')).toBeNull()
  })
})

describe('the size of a smaller copy', () => {
  it('keeps the proportions and is never larger', () => {
    expect(fitWithin({ width: 4032, height: 3024 }, 1920)).toEqual({ width: 1920, height: 1440 })
    expect(fitWithin({ width: 3024, height: 4032 }, 1920)).toEqual({ width: 1440, height: 1920 })
    expect(fitWithin({ width: 640, height: 480 }, 1920)).toEqual({ width: 640, height: 480 })
    expect(fitWithin({ width: 20_000, height: 3 }, 320)).toEqual({ width: 320, height: 1 })
  })
})

describe('SHA-256', () => {
  it('is the same by hand as anywhere else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (given) => {
        const bytes = new Uint8Array(given)
        const expected = createHash('sha256').update(bytes).digest('hex')
        expect(Buffer.from(sha256ByHand(bytes)).toString('hex')).toBe(expected)
        expect(await sha256(bytes)).toBe(expected)
      }),
    )
  })
})
