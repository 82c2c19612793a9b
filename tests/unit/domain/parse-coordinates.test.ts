import { describe, expect, it } from 'vitest'
import { parseCoordinates } from '../../../src/domain/search/parse-coordinates.ts'

const TOWN = { lng: 117.94, lat: 30.97 }

describe('coordinates that somebody types', () => {
  it.each([
    '117.94, 30.97',
    '117.94,30.97',
    '117.94，30.97',
    '30.97 117.94',
    '  30.97、117.94 ',
    '30.97/117.94',
    '30.97N 117.94E',
    '30.97 n, 117.94 e',
    'N30.97 E117.94',
    '东经117.94 北纬30.97',
    '北纬 30.97，东经 117.94',
    '经度：117.94 纬度：30.97',
    'lng=117.94 lat=30.97',
    'lat: 30.97, lon: 117.94',
    '30°58′12″N 117°56′24″E',
    `30°58'12"N, 117°56'24"E`,
    `117°56'24" 30°58'12"`,
    '东经117度56分24秒 北纬30度58分12秒',
    `117°56.4' 30°58.2'`,
    '117.94° 30.97°',
    '+30.97 +117.94',
  ])('are read: %s', (typed) => {
    const found = parseCoordinates(typed, TOWN)
    expect(found?.lng).toBeCloseTo(117.94, 9)
    expect(found?.lat).toBeCloseTo(30.97, 9)
  })

  it('are taken in the order that lies near the town when both orders are on earth', () => {
    expect(parseCoordinates('30 60', { lng: 31, lat: 59 })).toEqual({ lng: 30, lat: 60 })
    expect(parseCoordinates('30 60', { lng: 61, lat: 29 })).toEqual({ lng: 60, lat: 30 })
  })

  it('are taken at their letters, wherever the town is', () => {
    expect(parseCoordinates('60N 30E', { lng: 61, lat: 29 })).toEqual({ lng: 30, lat: 60 })
    expect(parseCoordinates('12.5S 77W', TOWN)).toEqual({ lng: -77, lat: -12.5 })
    expect(parseCoordinates('西经77 南纬12.5', TOWN)).toEqual({ lng: -77, lat: -12.5 })
    expect(parseCoordinates('-77, -12.5', { lng: -70, lat: -10 })).toEqual({ lng: -77, lat: -12.5 })
  })

  it.each([
    '',
    '117.94',
    '117.94 30.97 5',
    '200, 30',
    '100, 95',
    '30.97N 117.94N',
    'N30.97N 117.94E',
    '30°70′N 117°E',
    '石桥村 12 号',
    '12 号',
    'abc',
    '117.94 30.97 石桥村',
    '2026-11-22',
    '1e5, 3',
  ])('are not read out of anything else: %j', (typed) => {
    expect(parseCoordinates(typed, TOWN)).toBeNull()
  })
})
