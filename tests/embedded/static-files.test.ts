import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StaticFiles } from '../../supabase/embedded/http/static-files.ts'
import { makeFolder } from './support/fixture.ts'

const page = `<!doctype html><title>页</title>${'<p>text</p>'.repeat(200)}`
const script = `export const text = '${'x'.repeat(5000)}'`
let folder: string
let server: Server

beforeAll(async () => {
  folder = makeFolder()
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'outside.txt'), 'outside')
  writeFileSync(join(folder, 'dist', 'index.html'), page)
  writeFileSync(join(folder, 'dist', 'assets', 'app-1a2b3c.js'), script)
  writeFileSync(join(folder, 'dist', '图 1.png'), Buffer.from([1, 2, 3, 4, 5, 6]))
  const files = new StaticFiles(join(folder, 'dist'))
  server = createServer((incoming, response) => void files.handle(incoming, response, incoming.url ?? '/'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true })
})

interface Got {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** A request whose path and answer nobody tidies up. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const sent = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('a page', () => {
  it.each(['/', '/index.html', '/map', '/progress/village?campaign=3'.split('?')[0] ?? ''])(
    'is served at %s',
    async (path) => {
      const { status, headers, body } = await get(path)
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ])
      expect(body.toString()).toBe(page)
    },
  )

  it('is not served in place of a file that is missing', async () => {
    expect((await get('/missing.png')).status).toBe(404)
    expect((await get('/assets/app-old')).status).toBe(404)
  })

  it('has a head without a body', async () => {
    const { status, headers, body } = await get('/', {}, 'HEAD')
    expect([status, Number(headers['content-length']), body.length]).toEqual([200, Buffer.byteLength(page), 0])
  })

  it('takes nothing', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405)
  })
})

describe('a file of the build', () => {
  it('is kept by browsers for ever, because its name holds its content', async () => {
    const { headers } = await get('/assets/app-1a2b3c.js')
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
  })

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('comes compressed as %s to whoever takes that', async (encoding, unpack) => {
    const { headers, body } = await get('/assets/app-1a2b3c.js', { 'accept-encoding': encoding })
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' })
    expect(body.length).toBeLessThan(script.length / 5)
    expect(unpack(body).toString()).toBe(script)
  })

  it('is not sent again to whoever has it', async () => {
    const { headers } = await get('/assets/app-1a2b3c.js')
    const known = await get('/assets/app-1a2b3c.js', { 'if-none-match': String(headers.etag) })
    expect([known.status, known.body.length]).toEqual([304, 0])
    const since = await get('/', { 'if-modified-since': String((await get('/')).headers['last-modified']) })
    expect(since.status).toBe(304)
    expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('can be read in parts', async () => {
    const path = encodeURI('/图 1.png')
    expect((await get(path)).body).toEqual(Buffer.from([1, 2, 3, 4, 5, 6]))
    const part = await get(path, { range: 'bytes=1-2' })
    expect([part.status, part.headers['content-range'], [...part.body]]).toEqual([206, 'bytes 1-2/6', [2, 3]])
    expect([...(await get(path, { range: 'bytes=-2' })).body]).toEqual([5, 6])
    expect((await get(path, { range: 'bytes=9-' })).status).toBe(416)
    const head = await get(path, { range: 'bytes=1-2' }, 'HEAD')
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([206, '2', 0])
  })

  it('comes whole to whoever has parts of an older one', async () => {
    const path = encodeURI('/图 1.png')
    const { etag, 'last-modified': modified } = (await get(path)).headers
    const part = (ifRange: unknown) => get(path, { range: 'bytes=1-2', 'if-range': String(ifRange) })
    expect([(await part(etag)).status, (await part(modified)).status]).toEqual([206, 206])
    const whole = await part('"older"')
    expect([whole.status, whole.body.length]).toEqual([200, 6])
  })
})

describe('what lies outside the build', () => {
  it.each([
    '/../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/assets/../../outside.txt',
    '/%00',
    '/%zz.txt',
  ])('is not served: %s', async (path) => {
    const { body } = await get(path)
    expect(body.toString()).not.toContain('outside')
  })
})
