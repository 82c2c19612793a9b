import type { SupabaseClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ann, ben, clientOf, signedIn, startFixture, type FixtureServer } from './support/fixture.ts'

let server: FixtureServer
let client: SupabaseClient

beforeAll(async () => {
  server = await startFixture()
  client = await signedIn(server, ann)
})
afterAll(() => server.stop())

describe('a server that is ready', () => {
  it('says so at the health address', async () => {
    const response = await fetch(`${server.url}/healthz`)
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }])
  })

  it('tells the app its key, that it is a demo and who can sign in', async () => {
    const config = (await (await fetch(`${server.url}/config.json`)).json()) as { demoAccounts: unknown[] }
    expect(config).toMatchObject({ supabaseUrl: null, publishableKey: server.keys.publishableKey, mode: 'demo' })
    expect(config.demoAccounts).toContainEqual({
      email: 'viewer@demo.example',
      password: 'demo-township',
      role: 'viewer',
    })
  })

  it('refuses a body over the limit and lives on', async () => {
    const response = await fetch(`${server.url}/rest/v1/notes`, {
      method: 'POST',
      headers: { apikey: server.keys.publishableKey, 'content-type': 'application/json' },
      body: 'x'.repeat(31 * 1024 * 1024),
    })
    expect(response.status).toBe(413)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})

describe('grants', () => {
  it('stay as the migrations gave them: no table is opened to a signed-out caller', async () => {
    const { data, error } = await clientOf(server).from('secrets').select()
    expect(data).toBeNull()
    expect(error).toMatchObject({ code: '42501' })
    const [granted] = await server.query<{ yes: boolean }>(
      `select has_table_privilege('anon', 'public.secrets', 'select') or has_table_privilege('anon', 'public.notes', 'select') as yes`,
    )
    expect(granted).toEqual({ yes: false })
  })

  it('stay column by column', async () => {
    const { data: note } = await client.from('notes').insert({ body: 'mine' }).select().single()
    const denied = await client.from('notes').update({ owner: ben.id }).eq('id', note.id).select()
    expect(denied.error).toMatchObject({ code: '42501' })
    const allowed = await client.from('notes').update({ body: 'changed' }).eq('id', note.id).select().single()
    expect(allowed.data).toMatchObject({ body: 'changed', owner: ann.id })
  })

  it('leave the rows of others to their owners', async () => {
    await client.from('notes').insert({ body: 'of ann' })
    const { data } = await (await signedIn(server, ben)).from('notes').select().eq('body', 'of ann')
    expect(data).toEqual([])
  })
})

describe('a refusal of the database', () => {
  it.each([
    ['PT403', 403],
    ['PT409', 409],
    ['PT422', 422],
  ])('raised as %s answers %i with its code and detail', async (sqlstate, status) => {
    const detail = JSON.stringify({ current: 7 })
    const answer = await client.rpc('refuse', { p_sqlstate: sqlstate, p_code: 'version_conflict', p_detail: detail })
    expect(answer.status).toBe(status)
    expect(answer.error).toMatchObject({ message: 'version_conflict', details: detail })
  })

  it('raised plainly is the fault of the request, with detail and hint', async () => {
    const { status, error } = await client.rpc('refuse_plainly')
    expect(status).toBe(400)
    expect(error).toMatchObject({ code: 'P0001', message: 'boom', details: 'because', hint: 'do not' })
  })

  it('by a check names the check', async () => {
    const { status, error } = await client.from('notes').insert({ body: 'x', amount: -1 })
    expect([status, error?.code]).toEqual([400, '23514'])
    expect(error?.message).toContain('notes_amount_check')
  })

  it('by a key is a conflict', async () => {
    const { data } = await client.from('notes').insert({ body: 'x' }).select().single()
    expect((await client.from('notes').insert({ id: data.id, body: 'y' })).status).toBe(409)
  })
})

describe('values', () => {
  it('arrive as PostgREST sends them', async () => {
    const row = { body: 'values', amount: 12.5, place: 'SRID=4326;POINT(117.5 30.25)', due_at: '2026-03-04T05:06:07' }
    const { data } = await client.from('notes').insert(row).select().single()
    expect(data).toMatchObject({
      amount: 12.5,
      place: { type: 'Point', coordinates: [117.5, 30.25] },
      due_at: row.due_at,
    })
    expect(data.written_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+\+00:00$/)
  })

  it.each([
    'MULTIPOINT((1 2),(3 4))',
    'LINESTRING(1 2,3 4)',
    'MULTILINESTRING((1 2,3 4),(5 6,7 8))',
    'POLYGON((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1))',
    'MULTIPOLYGON(((0 0,4 0,4 4,0 0)),((9 9,10 9,10 10,9 9)))',
    'GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4))',
  ])('of a geometry column are GeoJSON: %s', async (text) => {
    const { data } = await client
      .from('notes')
      .insert({ body: 'g', place: `SRID=4326;${text}` })
      .select()
      .single()
    const [expected] = await server.query<{ json: unknown }>(`select extensions.st_asgeojson($1)::json as json`, [text])
    expect(data.place).toEqual(expected?.json)
  })
})

describe('the caller', () => {
  it('is known to the database by role, id, address and metadata', async () => {
    expect((await client.rpc('who_am_i')).data).toEqual({ role: 'authenticated', uid: ann.id, email: ann.email })
    expect((await client.rpc('claims')).data).toMatchObject({
      app_metadata: { team: 'fixture' },
      user_metadata: { nickname: 'n' },
      aal: 'aal1',
    })
  })

  it('is nobody without a session', async () => {
    expect((await clientOf(server).rpc('who_am_i')).data).toMatchObject({ role: 'anon', uid: null })
  })

  it('keeps its metadata after a refresh', async () => {
    const refreshed = await signedIn(server, ann)
    expect((await refreshed.auth.refreshSession()).error).toBeNull()
    expect((await refreshed.rpc('claims')).data).toMatchObject({ app_metadata: { team: 'fixture' } })
  })
})
