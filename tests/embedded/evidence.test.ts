import type { SupabaseClient } from '@supabase/supabase-js'
import { SignJWT } from 'jose'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORD, demoEmail, type DemoAccount } from '../support/actors.ts'
import { migrationsDir, seedFile } from '../support/schema-files.ts'
import { clientOf, startFixture, type FixtureServer } from './support/fixture.ts'

let server: FixtureServer
let root: number
let hotspot: string
const clients = new Map<DemoAccount | null, SupabaseClient>()

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0])
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
const webp = new TextEncoder().encode('RIFF\0\0\0\0WEBPVP8 ')
const tiff = new Uint8Array([0x49, 0x49, 0x2a, 0])
const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const html = new TextEncoder().encode('<!doctype html><script>alert(1)</script>')

async function clientFor(account: DemoAccount | null): Promise<SupabaseClient> {
  const client = clients.get(account) ?? clientOf(server)
  if (account && !clients.has(account)) {
    const { error } = await client.auth.signInWithPassword({ email: demoEmail(account), password: DEMO_PASSWORD })
    if (error) throw error
  }
  clients.set(account, client)
  return client
}

const files = async (account: DemoAccount | null) => (await clientFor(account)).storage.from('evidence')
const newPath = (of = hotspot) => `${root}/${of}/${randomUUID()}.jpg`

async function put(
  account: DemoAccount | null,
  path = newPath(),
  bytes: Uint8Array = jpeg,
  contentType = 'image/jpeg',
) {
  const { error } = await (await files(account)).upload(path, bytes, { contentType })
  return error as { statusCode?: string; message: string } | null
}

beforeAll(async () => {
  server = await startFixture({ migrationsDir, seed: { kind: 'script', file: seedFile } })
  const officer = await clientFor('officer')
  const { data, error } = await officer.from('hotspots').select('id, root_id').order('no').limit(1).single()
  if (error) throw error
  ;({ id: hotspot, root_id: root } = data as { id: string; root_id: number })
})
afterAll(() => server.stop())

describe('a photo is uploaded', () => {
  it.each(['admin', 'planner', 'supervisor', 'handler', 'officer'] as const)(
    'by the %s of the township',
    async (who) => {
      expect(await put(who)).toBeNull()
    },
  )

  it.each(['viewer', 'leader', 'stranger', null] as const)('not by the %s', async (who) => {
    expect(await put(who)).toMatchObject({ statusCode: '403' })
  })

  it('for a report that is not there yet', async () => {
    expect(await put('officer', newPath(randomUUID()))).toBeNull()
  })

  it('as PNG and as WebP too', async () => {
    expect(await put('officer', newPath(), png, 'image/png')).toBeNull()
    expect(await put('officer', newPath(), webp, 'image/webp')).toBeNull()
  })

  it.each([
    ['without a case', () => `${root}/${randomUUID()}.jpg`],
    ['with another ending', () => newPath().replace('.jpg', '.html')],
    ['with a name of one’s own', () => `${root}/${hotspot}/photo.jpg`],
    ['into a root that is none', () => newPath().replace(/^\d+/, '0')],
    ['of a case that lies in another root', () => `${root + 1_000_000}/${hotspot}/${randomUUID()}.jpg`],
  ])('not %s', async (_, path) => {
    expect(await put('officer', path())).toMatchObject({ statusCode: '403' })
  })

  it('not by the stranger into its own root for a case of this one', async () => {
    const { data } = await (await clientFor('stranger')).from('areas').select('root_id').limit(1).single()
    const own = (data as { root_id: number }).root_id
    expect(await put('stranger', `${own}/${hotspot}/${randomUUID()}.jpg`)).toMatchObject({ statusCode: '403' })
    expect(await put('stranger', `${own}/${randomUUID()}/${randomUUID()}.jpg`)).toBeNull()
  })
})

describe('a file that is no photo', () => {
  it.each([
    ['an HTML page named .jpg', html],
    ['an SVG with a script', svg],
    ['a TIFF', tiff],
    ['nothing', new Uint8Array(0)],
    ['a PNG', png],
  ])('is refused when it is called a JPEG: %s', async (_, bytes) => {
    const path = newPath()
    const refused = await put('officer', path, bytes)
    expect(refused).toMatchObject({ statusCode: '415' })
    expect(refused?.message).toBe('The file is not the picture that its type says: send a JPEG, PNG or WebP')
    expect((await (await files('officer')).download(path)).data).toBeNull()
    expect(await put('officer', path)).toBeNull() // nothing of the refused file stands in the way
  })

  it.each([
    ['image/svg+xml', svg],
    ['text/html', html],
    ['image/tiff', tiff],
    ['application/octet-stream', jpeg],
  ])('is refused under its own name: %s', async (type, bytes) => {
    expect(await put('officer', newPath(), bytes, type)).toMatchObject({ statusCode: '415' })
  })

  it('is refused in a form, and through a signed address, as it is by itself', async () => {
    const bucket = await files('officer')
    const page = new File([html], 'photo.jpg', { type: 'image/jpeg' })
    expect((await bucket.upload(newPath(), page)).error).toMatchObject({ statusCode: '415' })
    const { data } = await bucket.createSignedUploadUrl(newPath())
    const sent = await bucket.uploadToSignedUrl(data?.path ?? '', data?.token ?? '', page)
    expect(sent.error).toMatchObject({ statusCode: '415' })
  })

  it('is refused above 5 MB, and a TIFF of 50 MB before it is read', async () => {
    const large = new Uint8Array(5 * 1024 * 1024 + 1)
    large.set(jpeg)
    expect(await put('officer', newPath(), large)).toMatchObject({ statusCode: '413' })
    const huge = new Uint8Array(50 * 1024 * 1024)
    huge.set(tiff)
    const { data } = await (await clientFor('officer')).auth.getSession()
    const response = await fetch(`${server.url}/storage/v1/object/evidence/${newPath()}`, {
      method: 'POST',
      headers: {
        apikey: server.keys.publishableKey,
        authorization: `Bearer ${data.session?.access_token}`,
        'content-type': 'image/tiff',
      },
      body: huge,
    })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ code: 'too_large', message: 'The request is larger than 30 MB' })
  })
})

describe('an uploaded photo', () => {
  let path: string

  beforeAll(async () => {
    path = newPath()
    const refused = await put('officer', path)
    if (refused) throw new Error(refused.message)
  })

  it('is read by whoever uploaded it, and by nobody else until it is attached', async () => {
    expect((await (await files('officer')).download(path)).error).toBeNull()
    for (const who of ['admin', 'supervisor', 'viewer', 'stranger', null] as const) {
      expect((await (await files(who)).download(path)).data).toBeNull()
      expect((await (await files(who)).createSignedUrl(path, 60)).data).toBeNull()
    }
  })

  it('is not overwritten, moved, copied over or deleted, by whomever', async () => {
    for (const who of ['officer', 'supervisor', 'admin'] as const) {
      const bucket = await files(who)
      expect((await bucket.upload(path, png, { contentType: 'image/png', upsert: true })).error).not.toBeNull()
      expect((await bucket.update(path, png, { contentType: 'image/png' })).error).not.toBeNull()
      expect((await bucket.move(path, newPath())).error).not.toBeNull()
      const { data: removed } = await bucket.remove([path])
      expect(removed ?? []).toEqual([])
    }
    const kept = await (await files('officer')).download(path)
    expect(new Uint8Array((await kept.data?.arrayBuffer()) ?? [])).toEqual(jpeg)
  })

  it('comes as what it is stored as, never as a page', async () => {
    const { data } = await (await files('officer')).createSignedUrl(path, 60)
    const shown = await fetch(data?.signedUrl ?? '')
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'inline',
    })
    const saved = await fetch(`${data?.signedUrl}&download=${encodeURIComponent('照片";\r\nx.html')}`)
    expect(saved.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E7%85%A7%E7%89%87%22%3B%0D%0Ax.html",
    )
  })

  it('opens by its signed address until that ends', async () => {
    const bucket = await files('officer')
    const { data } = await bucket.createSignedUrl(path, 60)
    expect((await fetch(data?.signedUrl ?? '')).status).toBe(200)
    const ended = await tokenFor(path, -1)
    const late = await fetch(`${server.url}/storage/v1/object/sign/evidence/${path}?token=${ended}`)
    expect(late.status).toBe(400)
    expect(await late.json()).toMatchObject({ error: 'InvalidJWT' })
  })

  it('does not open by a forged address', async () => {
    const other = newPath()
    await put('officer', other)
    const { data } = await (await files('officer')).createSignedUrl(path, 60)
    const url = new URL(data?.signedUrl ?? '')
    const token = url.searchParams.get('token') ?? ''
    const { data: session } = await (await clientFor('officer')).auth.getSession()
    const ask = async (of: string, withToken: string) =>
      (await fetch(`${server.url}/storage/v1/object/sign/evidence/${of}?token=${withToken}`)).status
    expect(await ask(path, token)).toBe(200)
    expect(await ask(other, token)).not.toBe(200)
    expect(await ask(path, `${token.slice(0, -4)}AAAA`)).toBe(400)
    expect(await ask(path, await tokenFor(path, 60, 'another secret, long enough for HS256'))).toBe(400)
    expect(await ask(path, session.session?.access_token ?? '')).not.toBe(200)
    expect(await ask(path, '')).toBe(400)
  })

  it('has an address that is no key to anything else', async () => {
    const { data } = await (await files('officer')).createSignedUrl(path, 60)
    const token = new URL(data?.signedUrl ?? '').searchParams.get('token') ?? ''
    const response = await fetch(`${server.url}/rest/v1/hotspots?select=id`, {
      headers: { apikey: server.keys.publishableKey, authorization: `Bearer ${token}` },
    })
    const rows: unknown = await response.json()
    expect(response.ok && Array.isArray(rows) && rows.length > 0).toBe(false)
  })
})

async function tokenFor(path: string, seconds: number, secret = server.keys.jwtSecret): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ sub: path, bucket: 'evidence', intent: 'download' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(now - 120)
    .setExpirationTime(now + seconds)
    .sign(new TextEncoder().encode(secret))
}
