import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from '../support/count-tests.mjs'

describe('the count at the end of a test run', () => {
  let folder: string
  let report: string

  const write = (content: unknown) => writeFile(report, JSON.stringify(content))

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'report-'))
    report = join(folder, 'report.json')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('sorts tests by kind, and takes whatever did not pass as skipped', async () => {
    const test = (status: string) => ({ status })
    await write({
      testResults: [
        { name: '/x/tests/unit/geo/a.test.ts', assertionResults: [test('passed'), test('passed')] },
        { name: 'C:\\x\\tests\\db\\b.test.ts', assertionResults: [test('passed'), test('skipped'), test('todo')] },
      ],
    })
    expect(countVitest(report, ['unit', 'db', 'component'])).toEqual([
      { kind: 'unit', passed: 2, skipped: 0 },
      { kind: 'db', passed: 1, skipped: 2 },
      { kind: 'component', passed: 0, skipped: 0 },
    ])
  })

  it('takes a browser test that passed only at the second try as skipped', async () => {
    await write({ stats: { expected: 4, unexpected: 0, skipped: 1, flaky: 1 } })
    expect(countPlaywright(report)).toEqual([{ kind: 'e2e', passed: 4, skipped: 2 }])
  })
})
