import { describe, expect, it } from 'vitest'
import { encodingOf, textOf } from '../../../src/importing/files/encoding.ts'
import { formatOf } from '../../../src/importing/files/file-format.ts'
import { allRows, fileOf, refusalOf } from './in-memory.ts'

async function decoded(bytes: number[]): Promise<[string, string]> {
  const source = fileOf(new Uint8Array(bytes), { chunkBytes: 1 })
  const encoding = await encodingOf(source)
  let text = ''
  for await (const piece of textOf(source, encoding)) text += piece
  return [encoding, text]
}

describe('the encoding of a file', () => {
  it('is UTF-8 where the bytes fit, a byte order mark dropped', async () => {
    const text = 'a,编号,𠮷'
    const bytes = [...new TextEncoder().encode(text)]
    expect(await decoded(bytes)).toEqual(['utf-8', text])
    expect(await decoded([0xef, 0xbb, 0xbf, ...bytes])).toEqual(['utf-8', text])
  })

  it('is GB 18030 where they do not, of two bytes and of four', async () => {
    // 编号,𠮷 as Excel in China saves it
    expect(await decoded([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0x95, 0x34, 0xb2, 0x35])).toEqual(['gb18030', '编号,𠮷'])
  })

  it('is found by its last byte too', async () => {
    const late = new Uint8Array([...new TextEncoder().encode('a,b\n'.repeat(1000)), 0xb1, 0xe0])
    expect(await encodingOf(fileOf(late))).toBe('gb18030')
  })

  it('is UTF-16 where a mark says so, as spreadsheets save "Unicode text"', async () => {
    expect(await decoded([0xff, 0xfe, 0x16, 0x7f, 0x09, 0x00])).toEqual(['utf-16le', '编\t'])
    expect(await decoded([0xfe, 0xff, 0x7f, 0x16, 0x00, 0x09])).toEqual(['utf-16be', '编\t'])
  })
})

describe('a file that is no text', () => {
  it.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
    ['a PDF', [...new TextEncoder().encode('%PDF-1.7')]],
    ['an archive', [0x1f, 0x8b, 0x08, 0x08]],
    ['something with NUL bytes late in it', [...new TextEncoder().encode('a,b\n'.repeat(200)), 0, 1]],
    ['bytes that no encoding explains', [0x61, 0xff, 0xff, 0xff, 0x0a]],
  ])('is refused: %s named .csv', async (_, bytes) => {
    expect(await refusalOf(formatOf(fileOf(new Uint8Array(bytes))))).toEqual({ code: 'file_binary' })
  })

  it.each([
    ['no byte', ''],
    ['nothing but blanks', ' \n\n '],
  ])('is refused as empty with %s in it', async (_, text) => {
    expect(await refusalOf(formatOf(fileOf(text)))).toEqual({ code: 'file_empty' })
  })

  it('is refused as no GeoJSON when only its name says so', async () => {
    expect(await refusalOf(formatOf(fileOf('a,b\n1,2', { name: 'areas.geojson' })))).toEqual({
      code: 'not_geojson',
      line: 1,
    })
  })
})

describe('a file whose name lies', () => {
  it('is read by what it holds', async () => {
    const geojson =
      '{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"properties":{"a":1},"geometry":null}]}'
    const rows = await allRows(fileOf(geojson, { name: 'areas.csv' }))
    expect(rows.map((row) => [row.value('a'), row.value('id')])).toEqual([['1', '7']])
  })
})
