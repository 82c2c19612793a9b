import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { formatOf } from '../../../src/importing/files/file-format.ts'
import { no } from '../../../src/importing/judging/judgement.ts'
import type { SourceRow } from '../../../src/importing/files/source-row.ts'
import { refusedFile } from '../../../src/importing/running/refused-file.ts'
import { allRows, fileOf } from './in-memory.ts'

async function refusedCopy(content: string, used: string[] = []): Promise<string> {
  const source = fileOf(content)
  let text = ''
  const file = refusedFile(
    await formatOf(source),
    used,
    () => 'a sentence, with a comma',
    (piece) => void (text += piece),
  )
  for (const row of await allRows(source)) await file.add(row, no('date_invalid'))
  await file.end()
  return text
}

const because = 'date_invalid: a sentence, with a comma'

describe('the file of refused rows', () => {
  it('holds the rows as they were, and why', async () => {
    expect(await refusedCopy('编号;x\nA1;" 1;5"\nA2;\n')).toBe(
      `\ufeff编号;x;reason\r\nA1;" 1;5";${because}\r\nA2;;${because}\r\n`,
    )
  })

  it('has its reason anew when it is refused again', async () => {
    const again = await refusedCopy(`a,reason,b\n1,date_invalid: old,2\n`)
    expect(again).toBe(`\ufeffa,reason,b\r\n1,"${because}",2\r\n`)
  })

  it('calls its column otherwise where the mapping uses one of that name', async () => {
    expect(await refusedCopy('a,reason\n1,damp\n', ['reason'])).toBe(
      `\ufeffa,reason,import_reason\r\n1,damp,"${because}"\r\n`,
    )
  })

  it('keeps the cells that a row has too many', async () => {
    expect(await refusedCopy('a,b\n1,2,3\n')).toBe(`\ufeffa,b,reason\r\n1,2,"${because}",3\r\n`)
  })

  it('is GeoJSON for GeoJSON', async () => {
    const features = [
      { type: 'Feature', id: 7, properties: { a: 1 }, geometry: null },
      { type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [1, 2] } },
    ]
    const text = await refusedCopy(JSON.stringify({ type: 'FeatureCollection', features }))
    expect(JSON.parse(text)).toEqual({
      type: 'FeatureCollection',
      features: [
        { ...features[0], properties: { a: 1, reason: because } },
        { ...features[1], properties: { reason: because } },
      ],
    })
  })

  it('is empty when nothing was refused', async () => expect(await refusedCopy('a,b\n')).toBe(''))

  it('reads back as the same rows, whatever stands in them', async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', 'two\nlines', '"', 'a,b', '\ufeff'))
    const rows = fc.array(fc.tuple(fc.stringMatching(/^\w{1,5}$/), cell, cell), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const content = Papa.unparse([['key', 'b', 'c'], ...cells], { quotes: true })
        const before = await allRows(fileOf(content))
        const after = await allRows(fileOf(await refusedCopy(content)))
        expect(after.map(threeCells)).toEqual(before.map(threeCells))
      }),
      { numRuns: 200 },
    )
  })
})

function threeCells(row: SourceRow): string[] {
  return ['key', 'b', 'c'].map((_, i) => (row.original as readonly string[])[i] ?? '')
}
