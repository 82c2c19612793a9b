import { describe, expect, it } from 'vitest'
import { formatOf } from '../../../src/importing/files/file-format.ts'
import { profileOf } from '../../../src/importing/guessing/file-profile.ts'
import { guessAreaMapping } from '../../../src/importing/guessing/guess-area-mapping.ts'
import { guessHotspotMapping } from '../../../src/importing/guessing/guess-hotspot-mapping.ts'
import { guessStatus } from '../../../src/importing/guessing/guess-status.ts'
import { sourceName } from '../../../src/importing/guessing/source-name.ts'
import { fileOf } from './in-memory.ts'

const references = {
  categories: [
    { id: 1, rootId: null, codeSystem: 'gbt47678.5-2026', code: '06010', name: '暴露垃圾', nameEn: 'Exposed waste' },
  ],
  campaigns: [],
  units: [{ id: 1, name: '环卫所', nameEn: null }],
}

async function guessed(content: string, fileName = '问题台账.csv') {
  const source = fileOf(content, { name: fileName })
  const format = await formatOf(source)
  const profile = await profileOf(source, format)
  return { profile, mapping: guessHotspotMapping(profile, format, { fileName, timeZone: 'Asia/Shanghai', references }) }
}

describe('the proposed mapping of a ledger', () => {
  it('is found by the Chinese names of its columns', async () => {
    const { mapping } = await guessed(
      '示例镇 5 月台账,,,,,,,,,,\n' +
        '序号,问题编号,经度（°）,纬度（°）,上报时间,结案时间,问题类别,状态,责任单位,地址,问题描述\n' +
        '1,A1,117.94,30.97,2024/5/1 8:05,2024/5/3,暴露垃圾,已结案,环卫所,村口,很脏\n' +
        '2,A2,117.95,30.98,2024/5/2 9:15,,暴露垃圾,处置中,环卫所,村尾,\n',
    )
    expect(mapping).toEqual({
      version: 1,
      kind: 'hotspots',
      source: '问题台账',
      key: '问题编号',
      location: { lng: '经度（°）', lat: '纬度（°）' },
      timeZone: 'Asia/Shanghai',
      reportedAt: { column: '上报时间', format: 'yyyy/M/d H:mm' },
      closedAt: { column: '结案时间', format: 'yyyy/M/d H:mm:ss' },
      category: { column: '问题类别', values: { 暴露垃圾: { codeSystem: 'gbt47678.5-2026', code: '06010' } } },
      status: { column: '状态', values: { 已结案: 'closed', 处置中: 'in_progress' } },
      unit: { column: '责任单位', values: { 环卫所: '环卫所' } },
      address: { column: '地址' },
      description: { column: '问题描述' },
    })
  })

  it('is found by English names, and sees that frequent midnights are days', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const closed = i % 5 === 0 ? '01/05/2018 12:00:00 AM' : `01/0${(i % 8) + 1}/2018 0${(i % 9) + 1}:1${i % 10}:09 PM`
      return `SR-${i},34.${i},-118.${i},01/1${i % 10}/2018 12:00:09 AM,${closed},Bulky Items,Referred Out`
    })
    const header = 'SRNumber,Latitude,Longitude,CreatedDate,ClosedDate,RequestType,Status'
    const { mapping } = await guessed([header, ...rows].join('\n'), 'la311_2018.csv')
    expect(mapping).toMatchObject({
      source: 'la311',
      key: 'SRNumber',
      location: { lng: 'Longitude', lat: 'Latitude' },
      reportedAt: { column: 'CreatedDate', format: 'MM/dd/yyyy hh:mm:ss a' },
      closedAt: { column: 'ClosedDate', format: 'MM/dd/yyyy hh:mm:ss a', midnightIsDay: true },
      category: { column: 'RequestType', own: 'la311' },
      status: { values: { 'Referred Out': 'transferred' } },
    })
  })

  it('leaves blank what nothing tells', async () => {
    const { mapping } = await guessed('甲,乙\n1,2\n3,4\n')
    expect(mapping).toMatchObject({
      key: '',
      location: { lng: '', lat: '' },
      reportedAt: { column: '' },
      category: { column: '' },
      status: { constant: 'reported' },
    })
  })

  it('takes no column for a key that has doubles or blanks', async () => {
    expect((await guessed('编号,案件编号,code\n1,a,x\n1,,y\n')).mapping.key).toBe('code')
  })

  it('takes the column of coordinates that is one text', async () => {
    expect((await guessed('编号,坐标\n1,"117.9,30.9"\n2,"117.8,30.8"\n')).mapping.location).toEqual({ point: '坐标' })
  })
})

describe('the profile of a file', () => {
  it('counts the texts of every column', async () => {
    const { profile } = await guessed('a,b\n1,x\n2,x\n3,y\n4,\n')
    expect(profile.columns[1]).toMatchObject({
      filled: 3,
      values: [
        { text: 'x', count: 2 },
        { text: 'y', count: 1 },
      ],
    })
  })

  it('gives up counting where everything is different', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => `k${i},x`)
    const { profile } = await guessed(['a,b', ...rows].join('\n'))
    expect(profile.columns.map((column) => column.values?.length ?? null)).toEqual([null, 1])
    expect(profile.columns[0]?.filled).toBe(300)
  })
})

describe('the proposed mapping of areas', () => {
  it('takes a number that stays, and the level that names end in', async () => {
    const features = ['青山村', '绿水村', '河口社区'].map((name, i) => ({
      type: 'Feature',
      properties: { OBJECTID: i, XZQDM: `34170010${i}`, XZQMC: name },
      geometry: null,
    }))
    const source = fileOf(JSON.stringify({ type: 'FeatureCollection', features }), { name: '村界.geojson' })
    const profile = await profileOf(source, await formatOf(source))
    expect(guessAreaMapping(profile, source.name)).toEqual({
      version: 1,
      kind: 'areas',
      source: '村界',
      key: 'XZQDM',
      name: 'XZQMC',
      level: 'village',
    })
  })
})

describe('a word for a state', () => {
  it.each([
    ['已结案', 'closed'],
    ['未结案', 'in_progress'],
    ['不予立案', 'rejected'],
    ['立案', 'accepted'],
    ['待核查', 'handed_in'],
    ['Cancelled', 'rejected'],
    ['in progress', 'in_progress'],
    ['飞了', undefined],
  ])('%s means %s', (word, status) => expect(guessStatus(word)).toBe(status))
})

describe('the name of a record', () => {
  it.each([
    ['la311_2018.csv', 'la311'],
    ['问题台账2024年5月.csv', '问题台账'],
    ['export-2024-05-01.csv', 'export'],
    ['2024.csv', '2024'],
    ['ledger (2).csv', 'ledger'],
  ])('of %s is %s', (fileName, name) => expect(sourceName(fileName)).toBe(name))
})
