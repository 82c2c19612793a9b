import Papa from 'papaparse'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { CaseRow } from '../../../../src/domain/case-row.ts'
import { csvOf } from '../../../../src/screens/cases/export/case-csv.ts'
import { cellsOf, headingsOf, wallClock, type SheetWords } from '../../../../src/screens/cases/export/case-sheet.ts'
import { xlsxOf } from '../../../../src/screens/cases/export/case-xlsx.ts'

const row = (facts: Partial<CaseRow>): CaseRow => ({
  no: 12,
  id: '00000000-0000-4000-8000-000000000000',
  state: 0,
  version: 1,
  categoryId: 1,
  campaignId: null,
  areaId: null,
  unitId: null,
  proposedUnitId: null,
  title: null,
  address: null,
  lng: 117.5,
  lat: 30.25,
  source: 'officer',
  urgent: false,
  isRelapse: false,
  endReason: null,
  reportedAt: '2026-03-01T00:05:00Z',
  reportedPrecision: 'second',
  updatedAt: '2026-03-01T00:05:00Z',
  dueAt: null,
  closedAt: null,
  closedPrecision: null,
  urgedCount: 0,
  returnedCount: 0,
  reworkedCount: 0,
  extendedCount: 0,
  thumbPath: null,
  ...facts,
})
const words: SheetWords = {
  heading: (column) => `«${column}»`,
  title: ({ title }) => title ?? '类别',
  text: ({ address }) => address ?? '',
}
const columns = ['address', 'reported', 'due', 'closed'] as const
const lines = (rows: CaseRow[]) => rows.map((each) => cellsOf(each, columns, words, 'Asia/Shanghai'))

/** The files in a ZIP, which an XLSX file is. */
async function filesIn(blob: Blob): Promise<Map<string, string>> {
  const bytes = Buffer.from(await blob.arrayBuffer())
  const files = new Map<string, string>()
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20))
    files.set(name, (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return files
}

describe('an exported file', () => {
  it('has the columns of the table in their order between number, title and position', () => {
    expect(headingsOf(columns, words)).toEqual([
      '«no»',
      '«title»',
      '«address»',
      '«reported»',
      '«due»',
      '«closed»',
      '«lng»',
      '«lat»',
    ])
  })

  it('says times as the clock on the wall of the township does, and no time where only the day is known', () => {
    expect(wallClock('2026-02-28T16:05:00Z', 'Asia/Shanghai', true).wall).toBe('2026-03-01 00:05')
    expect(wallClock('2026-02-28T16:05:00Z', 'America/Los_Angeles', true).wall).toBe('2026-02-28 08:05')
    const [cells] = lines([
      row({ reportedPrecision: 'day', closedAt: '2026-03-02T17:00:00Z', closedPrecision: 'second' }),
    ])
    expect(cells?.slice(3, 6)).toEqual([
      { wall: '2026-03-01', hasTime: false },
      null,
      { wall: '2026-03-03 01:00', hasTime: true },
    ])
  })

  it('gives an ended case no deadline', () => {
    const due = (facts: Partial<CaseRow>) => lines([row({ dueAt: '2026-03-01T00:00:00Z', ...facts })])[0]?.[4]
    expect(due({})).toEqual({ wall: '2026-03-01 08:00', hasTime: true })
    expect(due({ endReason: 'fixed' })).toBeNull()
  })

  it('is read back as CSV as it was, with formulas made harmless', () => {
    const nasty = ['=1+1', '+8613', '-2', '@SUM(A1)', '\t=1', '带"引号",逗号\n换行', ' =1']
    const text =
      csvOf(headingsOf(columns, words), []) + csvOf(null, lines(nasty.map((title, no) => row({ no, title }))))
    expect(text.startsWith('\uFEFF')).toBe(true)
    const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true })
    expect(data[0]).toEqual(headingsOf(columns, words))
    expect(data.slice(1).map(([, title]) => title)).toEqual([
      "'=1+1",
      "'+8613",
      "'-2",
      "'@SUM(A1)",
      "'\t=1",
      '带"引号",逗号\n换行',
      ' =1',
    ])
    expect(data[1]?.slice(6)).toEqual(['117.5', '30.25'])
  })

  it('is read back as XLSX with every line, dates as dates and nothing as a formula', async () => {
    const rows = Array.from({ length: 300 }, (_, no) => row({ no, title: no === 7 ? '=HYPERLINK("x")' : `案件 ${no}` }))
    const files = await filesIn(await xlsxOf('案件台账', headingsOf(columns, words), lines(rows)))
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
    const strings = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
      ([, text]) => text,
    )
    expect(files.get('xl/workbook.xml')).toContain('案件台账')
    expect([...sheet.matchAll(/<row /g)]).toHaveLength(301)
    expect(sheet).not.toContain('<f>')
    for (const title of ['«title»', '案件 0', '案件 299', '=HYPERLINK("x")']) expect(strings).toContain(title)
    // 2026-03-01 08:05 in the township is day 46082 and 8 h 5 min of it.
    expect(sheet).toContain(`<v>${46082 + (8 * 60 + 5) / 1440}</v>`)
  })
})
