import { describe, expect, it } from 'vitest'
import { readExif } from '../../../src/evidence/read-exif.ts'
import { withExif } from '../../support/exif-segment.ts'
import { jpegHead } from './heads.ts'

const NOTHING = { takenAt: null, takenLng: null, takenLat: null }
const jpeg = jpegHead(4032, 3024)
const place = { lng: 117.9412345, lat: 30.9567891 }

describe('what a camera says of a picture', () => {
  it('is its time and its place', async () => {
    const facts = await readExif(withExif(jpeg, { time: '2026:05:08 09:30:15', offset: '+08:00', ...place }))
    expect(facts.takenAt).toBe('2026-05-08T01:30:15.000Z')
    expect(facts.takenLng).toBeCloseTo(place.lng, 6)
    expect(facts.takenLat).toBeCloseTo(place.lat, 6)
  })

  it('may lie west and south', async () => {
    const facts = await readExif(withExif(jpeg, { time: '2026:05:08 09:30:15', lng: -70.5, lat: -33.25 }))
    expect(facts).toMatchObject({ takenLng: -70.5, takenLat: -33.25 })
  })

  it('may be its time alone', async () => {
    const facts = await readExif(withExif(jpeg, { time: '2026:05:08 09:30:15', offset: '+00:00' }))
    expect(facts).toEqual({ takenAt: '2026-05-08T09:30:15.000Z', takenLng: null, takenLat: null })
  })

  it('is no place where there was no fix yet', async () => {
    const facts = await readExif(withExif(jpeg, { time: '0000:00:00 00:00:00', lng: 0, lat: 0 }))
    expect(facts).toEqual(NOTHING)
  })

  it('is nothing where there is no EXIF, or a broken one', async () => {
    expect(await readExif(jpeg)).toEqual(NOTHING)
    const whole = withExif(jpeg, { time: '2026:05:08 09:30:15', ...place })
    expect(await readExif(whole.subarray(0, 40))).toEqual(NOTHING)
    expect(await readExif(new Uint8Array(0))).toEqual(NOTHING)
  })
})
