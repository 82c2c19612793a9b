import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { dialectOf, tableCells } from '../../../src/importing/files/csv-rows.ts'
import { formatOf } from '../../../src/importing/files/file-format.ts'
import { allRows, fileOf, inPieces, refusalOf } from './in-memory.ts'

async function cellsOf(text: string, cuts: readonly number[] = []): Promise<string[][]> {
  const all: string[][] = []
  for await (const rows of tableCells(inPieces(text, cuts), { delimiter: ',', newline: '\n' })) all.push(...rows)
  return all
}

describe('a table that arrives in pieces', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('a,b', 'say "x"', 'two\nlines', 'two\r\nlines', '', ' ', '"', '编号'),
  )
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })

  it('has the cells that were written, wherever it is cut and whichever line ends it has', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom<'\n' | '\r\n'>('\n', '\r\n'),
        fc.boolean(),
        fc.array(fc.nat(500), { maxLength: 20 }),
        async (rows, newline, quotes, cuts) => {
          const text = Papa.unparse(rows, { newline, quotes }) + newline
          // A bare carriage return at the end of an unquoted row cannot be told from half a line end.
          fc.pre(quotes || !rows.some((row) => row.some((each) => each.includes('\r'))))
          expect(await cellsOf(text, cuts)).toEqual(rows)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is refused when a quote is never closed, with the row where it was opened', async () => {
    expect(await refusalOf(cellsOf('a,b\n1,2\n3,"open\n4,5\n'))).toEqual({ code: 'quote_never_closed', line: 3 })
  })

  it('is refused before an open quote has read the whole file into memory', async () => {
    let pieces = 0
    async function* endless() {
      yield 'a,b\n1,"open'
      for (; pieces < 1000; pieces++) yield 'x,y\n'.repeat(25_000)
    }
    const read = (async () => {
      for await (const rows of tableCells(endless(), { delimiter: ',', newline: '\n' })) expect(rows).toBeDefined()
    })()
    expect(await refusalOf(read)).toEqual({ code: 'quote_never_closed', line: 2 })
    expect(pieces).toBeLessThan(40)
  })
})

describe('the dialect of a table', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a\tb\n1\t2\n', '\t'],
    ['a;b\n1,5;2,5\n', ';'],
    ['a|b\n1|2\n', '|'],
    ['one\n1\n', ','],
  ])('of %j is separated by %j', (text, delimiter) => expect(dialectOf(text).delimiter).toBe(delimiter))

  it('knows the line ends of old programs', () => expect(dialectOf('a,b\r1,2\r').newline).toBe('\r'))
})

describe('the beginning of a table', () => {
  it('may be a title and blank rows before the names of the columns', async () => {
    const source = fileOf('示例镇问题台账,,\n,,\n编号,经度,纬度\nA1,117.9,30.9\n')
    expect(await formatOf(source)).toMatchObject({ headerRow: 3, columns: ['编号', '经度', '纬度'] })
    const rows = await allRows(source)
    expect(rows.map((row) => [row.line, row.value('编号')])).toEqual([[4, 'A1']])
  })

  it('gives columns without a name and columns of the same name names of their own', async () => {
    expect(await formatOf(fileOf('备注,,备注\n1,2,3\n'))).toMatchObject({ columns: ['备注', '#2', '备注 (2)'] })
  })
})

describe('the rows of a table', () => {
  it('count blank lines, as the spreadsheet does, and leave them out', async () => {
    const rows = await allRows(fileOf('a,b\n1,2\n\n,\n3,4'))
    expect(rows.map((row) => row.line)).toEqual([2, 5])
  })

  it('may be shorter than the header, but not longer', async () => {
    const rows = await allRows(fileOf('a,b\n1\n1,2,\n1,2,3\n'))
    expect(rows.map((row) => row.malformed)).toEqual([undefined, undefined, 'too_many_cells'])
    expect(rows[0]?.value('b')).toBe('')
  })
})
