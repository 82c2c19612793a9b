import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDataClient } from '../../../src/data/client.ts'
import type { Account, Membership } from '../../../src/domain/account.ts'
import { topicsOf, useLiveStore } from '../../../src/stores/live.ts'
import { FakeRealtimeServer } from '../data/fake-realtime-server.ts'

function member(areaId: number, rootId: number, id = areaId): Membership {
  const named = { areaName: '村', areaNameEn: null, unitId: null, unitName: null, unitNameEn: null, displayName: '人' }
  return { id, role: 'officer', areaId, rootId, isLeader: false, ...named }
}

function account(memberships: Membership[], wholeRoots: number[]): Account {
  const ids = [...new Set(memberships.map((each) => each.rootId))]
  const roots = ids.map((id) => ({
    id,
    name: '镇',
    nameEn: null,
    level: 'township' as const,
    bbox: null,
    timeZone: 'Asia/Shanghai',
    wholeRoot: wholeRoots.includes(id),
  }))
  return { userId: 'u', email: 'a@b.cn', memberships, roots }
}

describe('the topics of an account', () => {
  it('are the roots that it covers whole', () => {
    expect(topicsOf(account([member(1, 1)], [1]))).toEqual(['area:1'])
  })

  it('are the areas of its memberships where it does not', () => {
    expect(topicsOf(account([member(3, 1), member(4, 1)], []))).toEqual(['area:3', 'area:4'])
  })

  it('never name one twice, nor an area of a root that is heard whole', () => {
    expect(topicsOf(account([member(1, 1), member(3, 1), member(9, 8), member(9, 8, 10)], [1]))).toEqual([
      'area:1',
      'area:9',
    ])
  })

  it('are none for an account without memberships', () => {
    expect(topicsOf(account([], []))).toEqual([])
  })
})

describe('the live connection', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    vi.useFakeTimers({ now: Date.parse('2026-05-01T02:00:00Z') })
  })
  afterEach(() => vi.useRealTimers())

  function begun() {
    const server = new FakeRealtimeServer()
    const client = createDataClient(
      { url: 'http://backend.test', key: 'publishable' },
      { auth: { persistSession: false }, realtime: { transport: server.transport } },
    )
    const live = useLiveStore()
    live.begin(client, account([member(1, 1)], [1]))
    return { server, live }
  }

  it('is idle until it begins, then connecting, then live with the time of its data', async () => {
    expect(useLiveStore().state).toBe('idle')
    const { live } = begun()
    expect([live.state, live.dataAt]).toEqual(['connecting', null])
    await vi.advanceTimersByTimeAsync(100)
    expect([live.state, live.dataAt?.slice(0, 16)]).toEqual(['live', '2026-05-01T02:00'])
  })

  it('hands changes on to who listens, until they stop', async () => {
    const { server, live } = begun()
    const heard: string[] = []
    const stop = live.onChanges((change) => heard.push(change.kind))
    await vi.advanceTimersByTimeAsync(100)
    server.broadcast('area:1', 'areas', { at: '2026-05-01T02:00:01Z' })
    stop()
    server.broadcast('area:1', 'areas', { at: '2026-05-01T02:00:02Z' })
    expect(heard).toEqual(['missed', 'areas'])
  })

  it('remembers since when it is lost, and its data does not get younger', async () => {
    const { server, live } = begun()
    await vi.advanceTimersByTimeAsync(100)
    server.acceptsSockets = false
    server.dropSockets()
    await vi.advanceTimersByTimeAsync(300_000)
    expect(live.state).toBe('lost')
    expect(live.lostAt?.slice(0, 16)).toBe('2026-05-01T02:00')
    expect(live.dataAt?.slice(0, 16)).toBe('2026-05-01T02:00')
    server.acceptsSockets = true
    await vi.advanceTimersByTimeAsync(60_000)
    expect([live.state, live.lostAt]).toEqual(['live', null])
    expect(live.dataAt?.slice(0, 14)).toBe('2026-05-01T02:')
    expect(Number(live.dataAt?.slice(14, 16))).toBeGreaterThanOrEqual(5)
  })

  it('is idle again after its end', async () => {
    const { live } = begun()
    await vi.advanceTimersByTimeAsync(100)
    live.end()
    expect([live.state, live.dataAt, live.lostAt]).toEqual(['idle', null, null])
  })
})
