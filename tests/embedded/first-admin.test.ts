import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoKeys } from '../../supabase/embedded/folder/keys.ts'
import { clientOf, startFixture, type FixtureServer } from './support/fixture.ts'

let server: FixtureServer
const person = {
  email: 'Chief@town.example',
  password: 'a long password',
  displayName: '主任',
  townshipName: '新镇',
}

beforeAll(async () => {
  server = await startFixture({ mode: 'empty' })
})
afterAll(() => server.stop())

async function send(body: object): Promise<[number, unknown]> {
  const response = await fetch(`${server.url}/setup/v1/first-admin`, { method: 'POST', body: JSON.stringify(body) })
  return [response.status, await response.json()]
}
const needsAdmin = async () => (await fetch(`${server.url}/setup/v1/status`)).json()

describe('an empty instance', () => {
  it('has nobody in it, demo accounts least of all, and keys of its own that only its owner can read', async () => {
    expect(await server.query('select from auth.users')).toEqual([])
    const config = await (await fetch(`${server.url}/config.json`)).json()
    expect(config).toEqual({ supabaseUrl: null, publishableKey: server.keys.publishableKey, mode: 'own' })

    const file = join(server.dataDir, 'keys.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(server.keys)
    for (const name of ['publishableKey', 'secretKey', 'jwtSecret'] as const) {
      expect(server.keys[name]).not.toBe(demoKeys[name])
    }
  })

  it('keeps only a hash of its one-time token', async () => {
    const [row] = await server.query<{ token_hash: string }>(
      'select token_hash from supabase_migrations.first_admin_token',
    )
    expect(row?.token_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(row?.token_hash).not.toContain(server.firstAdminToken)
  })

  it('asks for a first admin and refuses wrong tokens and unfit answers, changing nothing', async () => {
    expect(await needsAdmin()).toEqual({ needsAdmin: true })
    const token = server.firstAdminToken
    expect(await send({ ...person, token: 'wrong' })).toEqual([403, { code: 'wrong_token' }])
    expect(await send({ ...person, token, password: 'short' })).toEqual([422, { code: 'password_invalid' }])
    expect(await send({ ...person, token, email: 'nobody' })).toEqual([422, { code: 'email_invalid' }])
    expect(await send({})).toEqual([422, { code: 'token_invalid' }])
    expect(await server.query('select from auth.users')).toEqual([])
  })

  it('makes no user and keeps the token when the township is refused', async () => {
    const [status] = await send({ ...person, token: server.firstAdminToken, townshipName: 'refused' })
    expect(status).toBe(500)
    expect(await server.query('select from auth.users')).toEqual([])
    expect(await needsAdmin()).toEqual({ needsAdmin: true })
  })

  it('makes its first admin once, who can sign in; after that the token is dead', async () => {
    const token = server.firstAdminToken
    expect(await send({ ...person, token })).toEqual([201, { created: true }])
    expect(await server.query('select name, township from public.admins')).toEqual([{ name: '主任', township: '新镇' }])
    expect(await needsAdmin()).toEqual({ needsAdmin: false })
    const { error } = await clientOf(server).auth.signInWithPassword({
      email: 'chief@town.example',
      password: person.password,
    })
    expect(error).toBeNull()
    expect(await send({ ...person, email: 'second@town.example', token })).toEqual([403, { code: 'wrong_token' }])
    expect(await server.query('select from auth.users')).toHaveLength(1)
  })

  it('holds back whoever guesses tokens', async () => {
    for (let i = 0; i < 9; i++) expect((await send({ ...person, token: `guess-${i}` }))[0]).toBe(403)
    expect(await send({ ...person, token: 'one more' })).toEqual([429, { code: 'too_many_attempts' }])
  })
})
