import { describe, expect, it } from 'vitest'
import { formatOf } from '../../../src/importing/files/file-format.ts'
import { hotspotJudge } from '../../../src/importing/judging/hotspot-judge.ts'
import { judgeFile } from '../../../src/importing/judging/judge-file.ts'
import { judgeOfHotspots } from '../../../src/importing/judging/judge-of-hotspots.ts'
import type { HotspotMapping } from '../../../src/importing/mapping/hotspot-mapping.ts'
import type { Extent } from '../../../src/geo/extent.ts'
import { allRows, fileOf } from './in-memory.ts'
import { goodRow, ledger, sampleMapping } from './sample-mapping.ts'

async function judged(row: string, changes: Partial<HotspotMapping> = {}) {
  const [first] = await allRows(fileOf(ledger(row)))
  return hotspotJudge({ ...sampleMapping, ...changes })(first!)
}

async function verdictOn(rows: string[], changes: Partial<HotspotMapping> = {}, extent: Extent | null = null) {
  const source = fileOf(ledger(...rows))
  return judgeFile(source, await formatOf(source), judgeOfHotspots({ ...sampleMapping, ...changes }, extent))
}

const closedAt = { column: '结案时间', format: 'yyyy-MM-dd HH:mm' }

describe('a row of a ledger', () => {
  it('becomes a hotspot', async () => {
    const row = await judged('A1,117.94,30.97,2024-05-01 08:00,2024-05-02 09:30,暴露垃圾,已结案,3,环卫所', {
      closedAt,
      quantity: { column: '数量' },
      quantityUnit: { constant: '处' },
      title: { column: '类别' },
      unit: { column: '单位', values: { 环卫所: '环境卫生管理所' } },
      keep: ['单位', '没有'],
    })
    expect(row).toEqual({
      ok: true,
      warnings: [],
      row: {
        key: 'A1',
        lng: 117.94,
        lat: 30.97,
        category: { codeSystem: 'ledger', code: '暴露垃圾' },
        ownCategory: true,
        status: 'closed',
        sourceStatus: '已结案',
        reportedAt: '2024-05-01T00:00:00.000Z',
        reportedPrecision: 'second',
        closedAt: '2024-05-02T01:30:00.000Z',
        closedPrecision: 'second',
        title: '暴露垃圾',
        quantity: 3,
        quantityUnit: '处',
        unit: '环境卫生管理所',
        raw: { crs: 'EPSG:4326', x: '117.94', y: '30.97', columns: { 单位: '环卫所' } },
      },
    })
  })

  it.each([
    ['without a key', ',117.94,30.97,2024-05-01 08:00,,垃圾,已结案', { reason: 'key_required' }],
    ['without coordinates', 'A1,,,2024-05-01 08:00,,垃圾,已结案', { reason: 'location_required' }],
    ['at 0, 0', 'A1,0,0.0,2024-05-01 08:00,,垃圾,已结案', { reason: 'location_required' }],
    [
      'with words for coordinates',
      'A1,东,30,2024-05-01 08:00,,垃圾,已结案',
      { reason: 'location_invalid', found: '东, 30' },
    ],
    ['outside the earth', 'A1,500,30,2024-05-01 08:00,,垃圾,已结案', { reason: 'location_invalid', found: '500, 30' }],
    ['without a category', 'A1,117,30,2024-05-01 08:00,,,已结案', { reason: 'category_required' }],
    ['without a status', 'A1,117,30,2024-05-01 08:00,,垃圾,', { reason: 'status_required' }],
    [
      'with a status nobody mapped',
      'A1,117,30,2024-05-01 08:00,,垃圾,飞了',
      { reason: 'status_unknown', found: '飞了' },
    ],
    ['in work by nobody', 'A1,117,30,2024-05-01 08:00,,垃圾,处置中', { reason: 'unit_required' }],
    ['without a date', 'A1,117,30,,,垃圾,已结案', { reason: 'date_required' }],
    ['with a date of another format', 'A1,117,30,5/1/2024,,垃圾,已结案', { reason: 'date_invalid', found: '5/1/2024' }],
    ['with a cell too many', 'A1,117,30,2024-05-01 08:00,,垃圾,已结案,1,x,y', { reason: 'too_many_cells' }],
  ])('is refused %s', async (_, row, refusal) => {
    expect(await judged(row)).toMatchObject({ ok: false, ...refusal })
  })

  it('is refused for a closing date or a quantity that cannot be read', async () => {
    expect(await judged('A1,117,30,2024-05-01 08:00,bald,垃圾,已结案', { closedAt })).toMatchObject({
      reason: 'date_invalid',
    })
    const changes = { quantity: { column: '数量' } }
    expect(await judged('A1,117,30,2024-05-01 08:00,,垃圾,已结案,viele', changes)).toMatchObject({
      reason: 'quantity_invalid',
    })
    expect(await judged('A1,117,30,2024-05-01 08:00,,垃圾,已结案,"1,200.5"', changes)).toMatchObject({
      row: { quantity: 1200.5 },
    })
  })

  it('comes in with a warning when it was closed before it was reported', async () => {
    const row = await judged('A1,117,30,2024-05-01 08:00,2024-05-01 07:59,垃圾,已结案', { closedAt })
    expect(row).toMatchObject({ ok: true, warnings: ['closed_before_reported'] })
  })

  it('takes the mapped category before the own one, and the fallback last', async () => {
    const waste = { codeSystem: 'gb', code: '06010' }
    const other = { codeSystem: 'local', code: 'other' }
    const category = { column: '类别', values: { 暴露垃圾: waste }, otherwise: other }
    expect(await judged(goodRow('A1'), { category })).toMatchObject({ row: { category: waste, ownCategory: false } })
    expect(await judged('A1,117,30,2024-05-01 08:00,,别的,已结案', { category })).toMatchObject({
      row: { category: other },
    })
    const strict = { column: '类别', values: { 暴露垃圾: waste } }
    expect(await judged('A1,117,30,2024-05-01 08:00,,别的,已结案', { category: strict })).toMatchObject({
      reason: 'category_unknown',
      found: '别的',
    })
  })

  it.each([
    ['POINT (117.94 30.97)', {}],
    ['SRID=4326;POINT Z(117.94 30.97 12)', {}],
    ['{"type":"Point","coordinates":[117.94,30.97]}', {}],
    ['117.94，30.97', {}],
    ['(30.97 117.94)', { swapLatLng: true }],
  ])('may have its place in one column: %s', async (point, changes) => {
    const quoted = `"${point.replaceAll('"', '""')}"`
    const row = await judged(`A1,${quoted},,2024-05-01 08:00,,垃圾,已结案`, { location: { point: '经度' }, ...changes })
    expect(row).toMatchObject({ ok: true, row: { lng: 117.94, lat: 30.97 } })
  })

  it('may be a line or a polygon of a GeoJSON file, but not several', async () => {
    const judge = hotspotJudge({ ...sampleMapping, location: { geometry: true } })
    const properties = { 编号: 1, 上报时间: '2024-05-01 08:00', 类别: '缆线', 状态: '已上报' }
    const feature = (geometry: object) => JSON.stringify({ type: 'Feature', properties, geometry })
    const line = [
      [117, 30],
      [118, 31],
      [119, 31],
    ]
    const rows = await allRows(
      fileOf(
        [
          { type: 'LineString', coordinates: line },
          { type: 'MultiLineString', coordinates: [line] },
          { type: 'MultiLineString', coordinates: [line, line] },
          {
            type: 'Polygon',
            coordinates: [
              [
                [117, 30],
                [118, 31],
                [118, 30],
                [117, 31],
                [117, 30],
              ],
            ],
          },
        ]
          .map(feature)
          .join('\n'),
      ),
    )
    const geometry = { type: 'LineString', coordinates: line }
    expect(rows.map(judge)).toMatchObject([
      { ok: true, row: { lng: 118, lat: 31, geometry } },
      { ok: true, row: { geometry } },
      { ok: false, reason: 'shape_unsupported', found: 'MultiLineString' },
      { ok: false, reason: 'geometry_invalid' },
    ])
  })
})

describe('a whole ledger', () => {
  const withoutPlace = (key: string) => `${key},,,2024-05-01 08:00,,垃圾,已结案`

  it('comes in with its bad rows refused singly', async () => {
    const verdict = await verdictOn([goodRow('A1'), goodRow('A2'), withoutPlace('A3')])
    expect(verdict).toMatchObject({ rows: 3, good: 2, refused: { location_required: 1 }, refusal: null })
    expect(verdict.refusedExamples).toEqual([{ line: 4, key: 'A3', reason: 'location_required' }])
  })

  it('is refused when a column is missing, and says which', async () => {
    const verdict = await verdictOn([goodRow('A1')], { location: { lng: 'X', lat: 'Y' } })
    expect(verdict.refusal).toEqual({ code: 'columns_missing', names: ['X', 'Y'] })
  })

  it('is refused without rows', async () => {
    expect((await verdictOn([])).refusal).toEqual({ code: 'file_has_no_rows' })
  })

  it('is refused when half of its rows fail for one reason, but not for two', async () => {
    const half = await verdictOn([goodRow('A1'), withoutPlace('A2')])
    expect(half.refusal).toEqual({ code: 'mostly_refused', reason: 'location_required', count: 1, rows: 2 })
    const mixed = await verdictOn([goodRow('A1'), withoutPlace('A2'), 'A3,117,30,?,,垃圾,已结案'])
    expect(mixed.refusal).toBeNull()
  })

  it('is refused when its key has doubles, and names them', async () => {
    const verdict = await verdictOn([goodRow('A1'), goodRow('A2'), goodRow('A1')])
    expect(verdict.refusal).toEqual({
      code: 'key_has_doubles',
      column: '编号',
      doubles: [{ key: 'A1', lines: [2, 4] }],
    })
  })

  const swapped = (key: string, lat: number, lng: number) => `${key},${lat},${lng},2024-05-01 08:00,,垃圾,已结案`

  it('is refused as swapped when latitude and longitude stand in each other’s place', async () => {
    const rows = [swapped('A1', 30.97, 117.94), swapped('A2', 30.98, 117.95), withoutPlace('A3')]
    expect((await verdictOn(rows)).refusal).toEqual({ code: 'coordinates_swapped' })
    expect((await verdictOn(rows, { swapLatLng: true })).refusal).toBeNull()
  })

  it('is refused as swapped where both orders are on the earth but only one in the area tree', async () => {
    const rows = [swapped('A1', 39.5, 76), swapped('A2', 39.6, 76.1)]
    expect((await verdictOn(rows)).refusal).toBeNull()
    expect((await verdictOn(rows, {}, [75, 39, 77, 40])).refusal).toEqual({ code: 'coordinates_swapped' })
  })

  it('is refused as projected when its coordinates are metres', async () => {
    const rows = [swapped('A1', 39589000, 3427000), swapped('A2', 39589100, 3427100)]
    expect((await verdictOn(rows)).refusal).toEqual({ code: 'coordinates_projected' })
  })
})
