import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useSessionStore } from '../../../src/stores/session.ts'
import { stubBackend, type StubbedAnswer } from './backend-stub.ts'

const CONFIG = { supabaseUrl: null, publishableKey: 'publishable', mode: 'demo', demoAccounts: [] }
const TOKEN = {
  access_token: 'a.b.c',
  refresh_token: 'r',
  token_type: 'bearer',
  expires_in: 3600,
  user: { id: '00000000-0000-4000-8000-000000000001', email: 'supervisor@demo.example' },
}
const MEMBERSHIP = {
  id: 1,
  role: 'supervisor',
  areaId: 1,
  areaName: '示例镇',
  areaNameEn: 'Shili Town',
  rootId: 1,
  unitId: null,
  unitName: null,
  unitNameEn: null,
  isLeader: false,
  displayName: '周立行',
}
const ROOT = {
  id: 1,
  name: '示例镇',
  nameEn: null,
  level: 'township',
  bbox: null,
  timeZone: 'Asia/Shanghai',
  wholeRoot: true,
}
const ACCOUNT = { userId: TOKEN.user.id, email: TOKEN.user.email, memberships: [MEMBERSHIP], roots: [ROOT] }

let answers: Record<string, StubbedAnswer>

beforeEach(() => {
  setActivePinia(createPinia())
  answers = {
    '/config.json': { body: CONFIG },
    '/setup/v1/status': { body: { needsAdmin: true } },
    '/setup/v1/first-admin': { status: 201, body: { created: true } },
    '/auth/v1/token': { body: TOKEN },
    '/auth/v1/logout': { status: 204 },
    '/rest/v1/rpc/my_account': { body: ACCOUNT },
  }
  stubBackend(answers)
})
afterEach(() => vi.unstubAllGlobals())

describe('a browser without a session', () => {
  it('is signed out once the backend is found', async () => {
    const session = useSessionStore()
    await session.start()
    expect(session.state).toBe('signed_out')
  })

  it('meets the welcome of an installation that has nobody yet', async () => {
    answers['/config.json'] = { body: { ...CONFIG, mode: 'own' } }
    const session = useSessionStore()
    await session.start()
    expect(session.state).toBe('needs_admin')
  })

  it('may not ask the backend before it is found', () => {
    expect(() => useSessionStore().client).toThrow('before it was found')
  })
})

describe('a backend that cannot be reached', () => {
  it('is a state with its reason, and can be tried again', async () => {
    answers['/config.json'] = 'unreachable'
    const session = useSessionStore()
    await session.start()
    expect([session.state, session.outage]).toEqual(['failed', 'unreachable'])

    answers['/config.json'] = { body: CONFIG }
    await session.start()
    expect(session.state).toBe('signed_out')
  })

  it('is a defect when it speaks another language', async () => {
    answers['/config.json'] = { body: { hello: 'world' } }
    await expect(useSessionStore().start()).rejects.toThrow('Invalid key')
  })
})

describe('signing in', () => {
  it('knows the account, its root and its roles', async () => {
    const session = useSessionStore()
    await session.start()
    expect(await session.enter('supervisor@demo.example', 'demo-township')).toEqual({ ok: true, value: undefined })
    expect([session.state, session.root?.id, session.roles]).toEqual(['ready', 1, ['supervisor']])
    expect([session.canImport, session.canReport]).toEqual([false, true])
  })

  it('is refused for a wrong pair', async () => {
    answers['/auth/v1/token'] = { status: 400, body: { error_code: 'invalid_credentials', msg: 'no' } }
    const session = useSessionStore()
    await session.start()
    const result = await session.enter('supervisor@demo.example', 'wrong')
    expect(result).toEqual({ ok: false, error: { kind: 'invalid_credentials' } })
    expect(session.state).toBe('signed_out')
  })

  it('says when to come back after too many tries', async () => {
    answers['/auth/v1/token'] = { status: 429, body: { msg: 'slow down' }, headers: { 'retry-after': '600' } }
    const session = useSessionStore()
    await session.start()
    const result = await session.enter('supervisor@demo.example', 'wrong')
    expect(result).toMatchObject({ ok: false, error: { kind: 'too_many_attempts', retryAt: expect.any(String) } })
  })

  it('throws an outage when the server is away', async () => {
    const session = useSessionStore()
    await session.start()
    answers['/auth/v1/token'] = 'unreachable'
    vi.spyOn(console, 'error').mockImplementation(() => {}) // the library tells of it as well
    await expect(session.enter('supervisor@demo.example', 'x')).rejects.toMatchObject({ reason: 'unreachable' })
  })

  it('is forgotten by signing out', async () => {
    const session = useSessionStore()
    await session.start()
    await session.enter('supervisor@demo.example', 'demo-township')
    await session.leave()
    expect([session.state, session.account]).toEqual(['signed_out', null])
  })
})

describe('an account with several roots', () => {
  const roots = [ROOT, { ...ROOT, id: 2, name: '邻镇' }]
  const memberships = [MEMBERSHIP, { ...MEMBERSHIP, id: 2, rootId: 2, areaId: 2, role: 'planner' }]

  it('begins in the first and has the roles of the chosen one', async () => {
    answers['/rest/v1/rpc/my_account'] = { body: { ...ACCOUNT, roots, memberships } }
    const session = useSessionStore()
    await session.start()
    await session.enter('supervisor@demo.example', 'demo-township')
    expect([session.root?.id, session.canImport]).toEqual([1, false])
    session.chooseRoot(2)
    expect([session.root?.id, session.canImport]).toEqual([2, true])
    session.chooseRoot(99)
    expect(session.root?.id).toBe(1)
  })
})

describe('the first administrator', () => {
  const admin = { token: 't', email: 'a@b.cn', password: 'long enough', displayName: '李', townshipName: '青山镇' }

  it('is made and signed in at once', async () => {
    const session = useSessionStore()
    await session.start()
    expect((await session.found(admin)).ok).toBe(true)
    expect(session.state).toBe('ready')
  })

  it.each([
    [403, 'wrong_token'],
    [422, 'invalid'],
    [429, 'too_many_attempts'],
  ])('is refused with status %i as %s', async (status, problem) => {
    answers['/setup/v1/first-admin'] = { status }
    const session = useSessionStore()
    await session.start()
    expect(await session.found(admin)).toEqual({ ok: false, error: problem })
  })
})
