import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFixture, type FixtureServer } from './support/fixture.ts'

const archive = Buffer.from('PMTiles and 32 more bytes of one archive')
let server: FixtureServer

beforeAll(async () => {
  server = await startFixture()
  mkdirSync(join(server.dataDir, 'basemap'))
  writeFileSync(join(server.dataDir, 'basemap', 'demo.pmtiles'), archive)
})
afterAll(() => server.stop())

const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init)

describe('an archive in the folder basemap of the data folder', () => {
  it('is read in parts', async () => {
    const part = await get('/basemap/demo.pmtiles', { headers: { range: 'bytes=0-6' } })
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-type')]).toEqual([
      206,
      `bytes 0-6/${archive.length}`,
      'application/vnd.pmtiles',
    ])
    expect(await part.text()).toBe('PMTiles')
  })

  it('tells its size and its version without its content', async () => {
    const { status, headers } = await get('/basemap/demo.pmtiles', { method: 'HEAD' })
    expect([status, headers.get('content-length'), headers.get('accept-ranges')]).toEqual([
      200,
      String(archive.length),
      'bytes',
    ])
    expect(headers.get('etag')).toBeTruthy()
  })

  it('is not there until somebody has put it there, and no page stands in for it', async () => {
    expect((await get('/basemap/other.pmtiles')).status).toBe(404)
    expect((await get('/basemap/other')).status).toBe(404)
  })

  it('opens no way to the rest of the data folder', async () => {
    for (const path of ['/basemap/..%2finstance.json', '/basemap/%2e%2e/instance.json', '/basemap//../instance.json'])
      expect(await (await get(path)).text()).not.toContain('"format"')
  })

  it('takes nothing', async () => {
    expect((await get('/basemap/demo.pmtiles', { method: 'PUT', body: 'x' })).status).toBe(405)
  })
})
