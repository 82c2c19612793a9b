import { describe, expect, it } from 'vitest'
import { parseBasemap } from '../../../src/data/shapes/basemap.ts'
import { parseMapSource } from '../../../src/data/shapes/map-source.ts'

describe('the setting basemap', () => {
  it.each([
    { kind: 'demo' },
    { kind: 'none' },
    { kind: 'pmtiles', url: '/basemap/town.pmtiles' },
    { kind: 'pmtiles', url: 'https://maps.example/town.pmtiles', flavor: 'light' },
    { kind: 'tianditu', layer: 'img', token: '0123456789abcdef', approvalNumber: 'GS(2024)0000号' },
    { kind: 'style', url: 'http://10.0.0.5/style.json', attribution: '某某局' },
  ])('takes $kind $url', (value) => {
    expect(parseBasemap(value)).toEqual({ ok: true, value })
  })

  it.each([undefined, null])('is paper where nobody has set it (%s)', (value) => {
    expect(parseBasemap(value)).toEqual({ ok: true, value: { kind: 'none' } })
  })

  it.each([
    ['nothing that is known', { kind: 'gaode' }],
    ['a word', 'demo'],
    ['no address', { kind: 'pmtiles' }],
    ['a script in place of an address', { kind: 'style', url: 'javascript:alert(1)' }],
    ['another scheme', { kind: 'style', url: 'ftp://maps.example/style.json' }],
    ['a host without a scheme', { kind: 'pmtiles', url: '//maps.example/town.pmtiles' }],
    ['no token', { kind: 'tianditu', layer: 'vec' }],
    ['a token that would change the address', { kind: 'tianditu', layer: 'vec', token: 'abcdefgh&LAYER=img' }],
    ['a layer that 天地图 has not', { kind: 'tianditu', layer: 'ter', token: '0123456789abcdef' }],
    ['a list', [{ kind: 'demo' }]],
  ])('is refused where it says %s', (_, value) => {
    expect(parseBasemap(value)).toEqual({ ok: false, error: 'unreadable' })
  })

  it.each(['gcj02', 'GCJ-02', 'bd09', 'mars'])('is refused for its coordinates where they are %s', (crs) => {
    const shifted = { ok: false, error: 'shifted' }
    expect(parseBasemap({ kind: 'pmtiles', url: '/basemap/town.pmtiles', crs })).toEqual(shifted)
    expect(parseBasemap({ kind: 'raster', url: 'https://maps.example/{z}/{x}/{y}', crs })).toEqual(shifted)
  })

  it.each(['wgs84', 'cgcs2000'])('is taken where its coordinates are %s', (crs) => {
    expect(parseBasemap({ kind: 'demo', crs }).ok).toBe(true)
  })
})

describe('the setting map_source', () => {
  it('is a sentence in both languages, or one in Chinese', () => {
    expect(parseMapSource({ 'zh-CN': '示意', en: 'Sketch' })).toEqual({ 'zh-CN': '示意', en: 'Sketch' })
    expect(parseMapSource('某某局')).toEqual({ 'zh-CN': '某某局', en: null })
  })

  it.each([undefined, '', 7, { en: 'only English' }])('says nothing with %s', (value) => {
    expect(parseMapSource(value)).toBeNull()
  })
})
