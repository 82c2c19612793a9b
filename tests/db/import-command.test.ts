import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { as, countsOf, importCommand } from '../support/import-command.ts'
import { realFiles, realMappings } from '../support/real-files.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

const { facts, title } = realFiles
const PATIENCE_MS = 300_000

let server: TestServer
let folder: string
beforeAll(async () => {
  server = await startTestServer({ withApp: false })
  folder = await mkdtemp(join(tmpdir(), 'import-command-'))
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const file = (name: string) => join(folder, name)
async function written(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(file(name), content)
  return file(name)
}
const hotspots = (path: string, mapping: string, ...more: string[]) =>
  importCommand([
    'hotspots',
    path,
    '--mapping',
    mapping,
    '--lang',
    'en',
    '--json',
    ...as('planner', server.url),
    ...more,
  ])
const areas = (path: string, mapping: string, ...more: string[]) =>
  importCommand(['areas', path, '--mapping', mapping, '--lang', 'en', '--json', ...as('planner', server.url), ...more])
const none = { updated: 0, unchanged: 0, conflict: 0 }

describe(`the command, with ${title}`, () => {
  it('makes the area tree and puts every area in', { timeout: PATIENCE_MS }, async () => {
    const run = await areas(realFiles.areas, realMappings.areas)
    expect(run.stderr).toContain('Made the area tree')
    expect(countsOf(run)).toEqual({ rows: facts.areas, new: facts.areas, refused: 0, ...none, inArea: 0, noArea: 0 })
    expect(run.status).toBe(0)
  })

  it('finds the same tree and the same areas again', { timeout: PATIENCE_MS }, async () => {
    const run = await areas(realFiles.areas, realMappings.areas)
    expect(run.stderr).not.toContain('Made the area tree')
    expect(countsOf(run)).toMatchObject({ new: 0, updated: 0, unchanged: facts.areas })
  })

  it('writes nothing in a dry run', { timeout: PATIENCE_MS }, async () => {
    const before = await numberOfHotspots()
    const run = await hotspots(realFiles.hotspots, realMappings.hotspots, '--dry-run')
    expect(countsOf(run)).toMatchObject({ new: facts.located, inArea: facts.inArea })
    expect(await numberOfHotspots()).toBe(before)
    expect(await server.query(`select 1 from public.categories where code_system = 'la311'`)).toEqual([])
  })

  it('puts every row in that has a place, and hands the rest back', { timeout: PATIENCE_MS }, async () => {
    const run = await hotspots(realFiles.hotspots, realMappings.hotspots, '--refused', file('refused.csv'))
    const refused = facts.rows - facts.located
    expect(countsOf(run)).toEqual({
      rows: facts.rows,
      new: facts.located,
      refused,
      ...none,
      inArea: facts.inArea,
      noArea: facts.located - facts.inArea,
    })
    expect(run.stderr).toContain(`${facts.closedBeforeReported} rows to look at: Closed before it was reported`)
    const lines = (await readFile(file('refused.csv'), 'utf8')).trimEnd().split('\r\n')
    expect(lines[0]).toMatch(/^\ufeffSRNumber,.*,reason$/)
    expect(lines).toHaveLength(refused + 1)
    expect(lines.at(-1)).toContain('location_required: There are no coordinates.')
  })

  it('gives each an honest end state with its dates', async () => {
    const states = await server.query<{ status: string; by_source: boolean; n: number; dated: number }>(
      `select status, closed_by_source as by_source, count(*)::int as n, count(closed_at)::int as dated
       from public.hotspots h join public.hotspot_sources s on s.hotspot_id = h.id and s.source = 'la311'
       group by 1, 2 order by 1`,
    )
    expect(states).toEqual([
      { status: 'closed', by_source: true, n: facts.closed, dated: facts.closed },
      { status: 'rejected', by_source: false, n: facts.cancelled, dated: facts.cancelled },
      { status: 'transferred', by_source: false, n: facts.referredOut, dated: facts.referredOut },
    ])
  })

  it('adds nothing the second time', { timeout: PATIENCE_MS }, async () => {
    const before = await numberOfHotspots()
    const run = await hotspots(realFiles.hotspots, realMappings.hotspots)
    expect(countsOf(run)).toMatchObject({ new: 0, updated: 0, conflict: 0, unchanged: facts.located })
    expect(await numberOfHotspots()).toBe(before)
  })

  it('takes the refused rows once they are mended, their reasons and all', { timeout: PATIENCE_MS }, async () => {
    const text = await readFile(file('refused.csv'), 'utf8')
    const [header, first] = text.split('\r\n')
    const place = header!.slice(1).split(',').indexOf('Latitude')
    const cells = first!.match(/("[^"]*"|[^,]*)(,|$)/g)!.map((cell) => cell.replace(/,$/, ''))
    cells[place] = '34.05'
    cells[place + 1] = '-118.25'
    const run = await hotspots(
      await written('mended.csv', `${header}\r\n${cells.slice(0, header!.split(',').length).join(',')}\r\n`),
      realMappings.hotspots,
    )
    expect(countsOf(run)).toMatchObject({ rows: 1, new: 1, refused: 0 })
  })
})

describe('a file that may not come in', () => {
  const header = 'SRNumber,CreatedDate,ClosedDate,RequestType,Status,Address,Latitude,Longitude\n'
  const row = (key: string, lat: string, lng: string) =>
    `${key},01/01/2018 12:00:09 AM,01/02/2018 12:00:00 AM,Graffiti,Closed,x,${lat},${lng}\n`
  const square = (size: number, ...more: string[]) =>
    `{"type":"Feature","properties":{"nc_id":"${size}","name":"a"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[${size},0],[${size},${size}],[0,${size}]${more.join('')}]]}}`

  it.each<[string, 'areas' | 'hotspots', string | Uint8Array, string]>([
    [
      'without coordinate columns',
      'hotspots',
      'SRNumber,CreatedDate\n1,2\n',
      'The file lacks columns that are needed: Longitude, Latitude',
    ],
    [
      'with coordinates outside the earth',
      'hotspots',
      header + row('a', '900', '500') + row('b', '901', '501'),
      'or are not on Earth',
    ],
    [
      'with latitude and longitude swapped',
      'hotspots',
      header + row('a', '-118.2', '34') + row('b', '-118.3', '34.1'),
      'Add "swapLatLng": true to the mapping',
    ],
    [
      'with doubles in its key',
      'hotspots',
      header + row('a', '34', '-118.2') + row('b', '34', '-118.2') + row('a', '34', '-118.2'),
      'a (rows 2, 4)',
    ],
    [
      'that is binary',
      'hotspots',
      new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]),
      'This is no text file that can be read',
    ],
    ['that is empty', 'hotspots', '', 'The file is empty'],
    [
      'with rings that are not closed',
      'areas',
      `{"type":"FeatureCollection","features":[${square(2)}]}`,
      'The boundary is faulty',
    ],
    [
      'that is broken off',
      'areas',
      `{"type":"FeatureCollection","features":[${square(2, ',[0,0]')},`,
      'The file is broken near line 1',
    ],
  ])('is refused %s, in a sentence, and nothing is written', async (_, kind, content, sentence) => {
    const before = [await numberOfHotspots(), await numberOfAreas()]
    const path = await written(kind === 'areas' ? 'bad.geojson' : 'bad.csv', content)
    const run = await (kind === 'areas' ? areas(path, realMappings.areas) : hotspots(path, realMappings.hotspots))
    expect(run.stderr).toContain('Nothing was written.')
    expect(run.stderr).toContain(sentence)
    expect(run.status).toBe(1)
    expect([await numberOfHotspots(), await numberOfAreas()]).toEqual(before)
  })
})

describe('the command line', () => {
  it('is explained by --help', async () => {
    const run = await importCommand(['--help'])
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('--password-env')
  })

  it.each([
    ['no kind', ['file.csv']],
    ['no mapping', ['hotspots', 'file.csv']],
    ['an unknown flag', ['hotspots', 'file.csv', '--frobnicate']],
    ['an unknown language', ['hotspots', 'file.csv', '--mapping', 'm', '--check', '--lang', 'fr']],
  ])('is refused with status 2 for %s', async (_, args) => {
    const run = await importCommand(args)
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('npm run import')
  })

  it('refuses somebody who may not import', async () => {
    const path = await written('one.csv', 'SRNumber\n1\n')
    const run = await importCommand([
      'hotspots',
      path,
      '--mapping',
      realMappings.hotspots,
      '--lang',
      'en',
      ...as('viewer', server.url),
    ])
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('that you may import into')
  })

  it('says what is wrong with a mapping', async () => {
    const mapping = await written('bad.mapping.json', '{"version":1,"kind":"hotspots","source":"x","tilte":1}')
    const path = await written('one.csv', 'SRNumber\n1\n')
    const run = await importCommand(['hotspots', path, '--mapping', mapping, '--check', '--lang', 'en'])
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('Nothing is called tilte in a mapping.')
  })
})

describe.runIf(process.platform === 'linux')('a file larger than a browser takes', () => {
  const MOST_MB = 300

  it(
    'is imported in less memory than a browser needs, its refused rows written out',
    { timeout: PATIENCE_MS },
    async () => {
      const rows = await largeFile(file('large.csv'))
      expect((await stat(file('large.csv'))).size).toBeGreaterThan(105_000_000)
      const mapping = JSON.parse(await readFile(realMappings.hotspots, 'utf8')) as Record<string, unknown>
      const path = await written(
        'large.mapping.json',
        JSON.stringify({ ...mapping, source: 'large', keep: [], root: '示例镇' }),
      )
      const run = await hotspots(file('large.csv'), path, '--refused', file('large.refused.csv'))
      // Two reasons, each for less than half of the rows, so that the file as a whole may come in.
      expect(countsOf(run)).toMatchObject({ rows, new: rows - 2 * Math.floor(rows * 0.499) })
      expect((await stat(file('large.refused.csv'))).size).toBeGreaterThan(105_000_000)
      expect(run.peakMb).toBeGreaterThan(30)
      console.info(`peak ${Math.round(run.peakMb ?? 0)} MB`)
      expect(run.peakMb).toBeLessThan(MOST_MB)
    },
  )
})

/** Rows that mostly lack a place or have a status nobody mapped; returns how many. */
async function largeFile(path: string): Promise<number> {
  const rows = 170_000
  const each = Math.floor(rows * 0.499)
  const stream = createWriteStream(path)
  const padding = 'what was seen there on that day, at some length, '.repeat(11)
  stream.write('SRNumber,CreatedDate,ClosedDate,RequestType,Status,Address,Latitude,Longitude\n')
  for (let i = 0; i < rows; i++) {
    const [place, status] =
      i < each ? [',', 'Closed'] : i < 2 * each ? ['34.05,-118.25', 'Lost'] : ['34.05,-118.25', 'Closed']
    const line = `1-87${String(i).padStart(9, '0')},01/01/2018 12:00:09 AM,01/02/2018 10:12:00 AM,Graffiti Removal,${status},"${padding}${i}",${place}\n`
    if (!stream.write(line)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
  return rows
}

async function numberOfHotspots(): Promise<number> {
  const [counted] = await server.query<{ n: number }>('select count(*)::int as n from public.hotspots')
  return counted!.n
}

async function numberOfAreas(): Promise<number> {
  const [counted] = await server.query<{ n: number }>('select count(*)::int as n from public.areas')
  return counted!.n
}
