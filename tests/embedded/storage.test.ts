import type { SupabaseClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ann, ben, signedIn, startFixture, type FixtureServer } from './support/fixture.ts'

let server: FixtureServer
let photos: ReturnType<SupabaseClient['storage']['from']>
const picture = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3])

beforeAll(async () => {
  server = await startFixture()
  photos = (await signedIn(server, ann)).storage.from('photos')
  for (const name of ['one.png', 'two words.png', 'deep/three.png']) {
    const { error } = await photos.upload(`${ann.id}/${name}`, picture, { contentType: 'image/png' })
    if (error) throw error
  }
})
afterAll(() => server.stop())

const bytesAt = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer())

describe('a stored photo', () => {
  it('comes back as it was', async () => {
    const { data } = await photos.download(`${ann.id}/one.png`)
    expect(data?.type).toBe('image/png')
    expect(new Uint8Array((await data?.arrayBuffer()) ?? [])).toEqual(picture)
  })

  it('opens with a signed address and no key, until the signature is changed', async () => {
    const { data } = await photos.createSignedUrl(`${ann.id}/two words.png`, 60)
    const url = data?.signedUrl ?? ''
    expect(url.startsWith(`${server.url}/storage/v1/object/sign/photos/`)).toBe(true)
    expect(await bytesAt(url)).toEqual(picture)
    expect((await fetch(`${url.slice(0, -3)}AAA`)).ok).toBe(false)
  })

  it('is signed together with others, each with its own error', async () => {
    const { data } = await photos.createSignedUrls([`${ann.id}/one.png`, `${ann.id}/none.png`], 60)
    expect(data?.map(({ error }) => error !== null)).toEqual([false, true])
    expect(await bytesAt(data?.[0]?.signedUrl ?? '')).toEqual(picture)
  })

  it('can be uploaded as a file that the browser chose, and replaced', async () => {
    const path = `${ann.id}/chosen.png`
    const file = new File([picture], 'chosen.png', { type: 'image/png' })
    expect((await photos.upload(path, file)).error).toBeNull()
    expect((await photos.upload(path, file)).error).toMatchObject({ statusCode: '409' })
    expect((await photos.update(path, new File([picture, picture], 'c.png', { type: 'image/png' }))).error).toBeNull()
    expect((await photos.download(path)).data?.size).toBe(2 * picture.length)
  })

  it('can be uploaded with a signed address', async () => {
    const { data } = await photos.createSignedUploadUrl(`${ann.id}/signed.png`)
    const uploaded = await photos.uploadToSignedUrl(
      data?.path ?? '',
      data?.token ?? '',
      new Blob([picture], { type: 'image/png' }),
    )
    expect(uploaded.error).toBeNull()
    expect((await photos.download(`${ann.id}/signed.png`)).error).toBeNull()
  })

  it('is refused when it is too large, of another kind, or not in one’s own folder', async () => {
    const large = await photos.upload(`${ann.id}/large.png`, new Uint8Array(200_000), { contentType: 'image/png' })
    expect(large.error).toMatchObject({ statusCode: '413' })
    const other = await photos.upload(`${ann.id}/page.html`, picture, { contentType: 'text/html' })
    expect(other.error).toMatchObject({ statusCode: '415' })
    const foreign = await photos.upload(`${ben.id}/one.png`, picture, { contentType: 'image/png' })
    expect(foreign.error).toMatchObject({ statusCode: '403' })
  })

  it('cannot be read by another', async () => {
    const { data, error } = await (await signedIn(server, ben)).storage.from('photos').download(`${ann.id}/one.png`)
    expect(data).toBeNull()
    expect(error).not.toBeNull()
  })
})

describe('a folder', () => {
  it('lists names and sub-folders, not whole paths', async () => {
    const { data } = await photos.list(ann.id)
    const entries = data?.map(({ name, id }) => [name, id === null ? 'folder' : 'file'])
    expect(entries).toContainEqual(['one.png', 'file'])
    expect(entries).toContainEqual(['deep', 'folder'])
    expect((await photos.list(`${ann.id}/deep`)).data?.map(({ name }) => name)).toEqual(['three.png'])
  })

  it('is listed in pieces', async () => {
    const names = (await photos.list(ann.id)).data?.map(({ name }) => name) ?? []
    const piece = await photos.list(ann.id, { limit: 2, offset: 1 })
    expect(piece.data?.map(({ name }) => name)).toEqual(names.slice(1, 3))
  })
})
