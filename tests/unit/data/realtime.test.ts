import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDataClient } from '../../../src/data/client.ts'
import { waitBeforeMs, watchTopics, type LiveChange, type LiveState } from '../../../src/data/realtime.ts'
import { FakeRealtimeServer } from './fake-realtime-server.ts'

/** Waits of 100, 200, 400 … 1600 ms, without chance. */
const BACKOFF = { firstMs: 100, maxMs: 1600, random: () => 1 }

function watched(server: FakeRealtimeServer, ...topics: string[]) {
  const client = createDataClient(
    { url: 'http://backend.test', key: 'publishable' },
    {
      auth: { persistSession: false, autoRefreshToken: false },
      realtime: { transport: server.transport },
      global: { fetch: () => Promise.reject(new TypeError('no network here')) },
    },
  )
  const states: LiveState[] = []
  const changes: LiveChange[] = []
  const onAlive = vi.fn()
  const watch = watchTopics(
    client,
    topics,
    { onState: (state) => states.push(state), onChange: (change) => changes.push(change), onAlive },
    BACKOFF,
  )
  return { watch, states, changes, onAlive, missed: () => changes.filter((each) => each.kind === 'missed').length }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

let server: FakeRealtimeServer

beforeEach(() => {
  vi.useFakeTimers()
  server = new FakeRealtimeServer()
})
afterEach(() => vi.useRealTimers())

describe('watching a topic', () => {
  it('goes live once it has joined, and asks for everything once', async () => {
    const { states, missed } = watched(server, 'area:1')
    await pass(50)
    expect(states).toEqual(['live'])
    expect(missed()).toBe(1)
  })

  it('hands on what has changed', async () => {
    const { changes } = watched(server, 'area:1')
    await pass(50)
    const at = '2026-05-01T02:00:00Z'
    server.broadcast('area:1', 'hotspots', { at, n: 1, rows: [[7, 3, 117.9, 30.9, 2, 0, 5, 0]] })
    server.broadcast('area:1', 'areas', { at })
    const row = { no: 7, state: 3, lng: 117.9, lat: 30.9, areaId: 2, campaignId: 0, categoryId: 5, isNew: false }
    expect(changes.slice(1)).toEqual([
      { kind: 'hotspots', at, n: 1, rows: [row] },
      { kind: 'areas', at },
    ])
  })

  it('asks for everything when it cannot read what has changed', async () => {
    const { missed } = watched(server, 'area:1')
    await pass(50)
    server.broadcast('area:1', 'hotspots', { at: 'now', n: 1, rows: [[7, 99]] })
    expect(missed()).toBe(2)
  })

  it('says that it is alive when nothing changes', async () => {
    const { onAlive } = watched(server, 'area:1')
    await pass(16_000)
    expect(onAlive).toHaveBeenCalled()
  })

  it('joins no more after it was stopped', async () => {
    const { watch, states } = watched(server, 'area:1')
    await pass(50)
    watch.stop()
    await pass(120_000)
    expect(server.joins).toHaveLength(1)
    expect(states).toEqual(['live'])
  })
})

describe('a topic that the server closes', () => {
  it('is joined again by itself, and asks for everything again', async () => {
    const { states, missed } = watched(server, 'area:1')
    await pass(50)
    server.closeTopic('area:1')
    expect(states).toEqual(['live', 'lost'])
    await pass(150)
    expect(states).toEqual(['live', 'lost', 'live'])
    expect(missed()).toBe(2)
  })

  it('makes the whole watch lost while another topic still lives', async () => {
    const { states } = watched(server, 'area:1', 'area:2')
    await pass(50)
    server.closeTopic('area:2')
    expect(states).toEqual(['live', 'lost'])
    await pass(150)
    expect(states).toEqual(['live', 'lost', 'live'])
  })
})

describe('a socket that drops', () => {
  it('heals as soon as the server is back, however long that takes', async () => {
    const { states, missed } = watched(server, 'area:1')
    await pass(50)
    server.acceptsSockets = false
    server.dropSockets()
    expect(states).toEqual(['live', 'lost'])
    await pass(600_000)
    expect(states).toEqual(['live', 'lost'])
    server.acceptsSockets = true
    await pass(30_000)
    expect(states).toEqual(['live', 'lost', 'live'])
    expect(missed()).toBe(2)
    expect(server.openSockets).toBe(1)
  })

  it('is noticed although nobody said goodbye', async () => {
    const { states } = watched(server, 'area:1')
    await pass(50)
    server.answersHeartbeats = false
    server.acceptsSockets = false
    await pass(31_000)
    expect(states).toEqual(['live', 'lost'])
    server.answersHeartbeats = true
    server.acceptsSockets = true
    await pass(30_000)
    expect(states).toEqual(['live', 'lost', 'live'])
  })
})

describe('a join that does not succeed', () => {
  it.each(['refuse', 'silence'] as const)('is tried again when the server answers it with %s', async (answer) => {
    server.joinAnswer = answer
    const { states } = watched(server, 'area:1')
    await pass(60_000)
    expect(states).toEqual([])
    expect(server.joins.length).toBeGreaterThan(1)
    server.joinAnswer = 'ok'
    await pass(30_000)
    expect(states).toEqual(['live'])
  })

  it('waits longer each time', async () => {
    server.joinAnswer = 'refuse'
    watched(server, 'area:1')
    await pass(800)
    const soon = server.joins.length
    expect(soon).toBeGreaterThanOrEqual(3)
    await pass(16_000)
    expect(server.joins.length - soon).toBeLessThanOrEqual(11)
  })

  it('is hurried by word that the network is back', async () => {
    server.joinAnswer = 'refuse'
    const { watch, states } = watched(server, 'area:1')
    await pass(2_000)
    server.joinAnswer = 'ok'
    watch.hurry()
    await pass(10)
    expect(states).toEqual(['live'])
  })
})

describe('the wait before the next try', () => {
  it('doubles up to its maximum', () => {
    expect([0, 1, 2, 3, 4, 5].map((attempt) => waitBeforeMs(attempt, BACKOFF))).toEqual([
      100, 200, 400, 800, 1600, 1600,
    ])
  })

  it('is spread over its upper half by chance', () => {
    expect(waitBeforeMs(1, { ...BACKOFF, random: () => 0 })).toBe(100)
    expect(waitBeforeMs(1, { ...BACKOFF, random: () => 0.5 })).toBe(150)
  })
})
