import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDataClient, type DataClient } from '../../../src/data/client.ts'
import { useProgressStore } from '../../../src/stores/progress.ts'
import { stubBackend, type StubbedAnswer } from './backend-stub.ts'

const answerFor = (found: number) => ({
  body: {
    parent: { id: 1, name: '示例镇', nameEn: null },
    rows: [],
    total: { states: { 0: found } },
    countedAt: '2026-05-01T02:00:00Z',
  },
})

const PATH = '/rest/v1/rpc/progress_by_area'
let answers: Record<string, StubbedAnswer>
let client: DataClient

beforeEach(() => {
  setActivePinia(createPinia())
  answers = { [PATH]: answerFor(3) }
  stubBackend(answers)
  client = createDataClient({ url: 'http://app.test', key: 'publishable' }, { auth: { persistSession: false } })
})
afterEach(() => vi.unstubAllGlobals())

const everything = { parentId: 1, campaign: null }

describe('asking for progress', () => {
  it('is loading until the answer is there', async () => {
    const progress = useProgressStore()
    const asking = progress.load(client, everything)
    expect(progress.state).toBe('loading')
    await asking
    expect([progress.state, progress.answer?.total.states]).toEqual(['ready', { 0: 3 }])
  })

  it('leaves the old answer on show while the same question is asked again', async () => {
    const progress = useProgressStore()
    await progress.load(client, everything)
    answers[PATH] = answerFor(4)
    const again = progress.load(client, everything)
    expect([progress.state, progress.answer?.total.states]).toEqual(['ready', { 0: 3 }])
    await again
    expect(progress.answer?.total.states).toEqual({ 0: 4 })
  })

  it('answers only the last of several questions', async () => {
    const progress = useProgressStore()
    const first = progress.load(client, everything)
    answers[PATH] = answerFor(9)
    const second = progress.load(client, { parentId: 1, campaign: 2 })
    await Promise.all([first, second])
    expect([progress.state, progress.answer?.total.states]).toEqual(['ready', { 0: 9 }])
  })

  it('is refused with the reason', async () => {
    answers[PATH] = { status: 403, body: { code: 'PT403', message: 'not_found', details: null, hint: null } }
    const progress = useProgressStore()
    await progress.load(client, everything)
    expect([progress.state, progress.refusal]).toEqual(['refused', { code: 'not_found' }])
  })

  it('fails with the reason when the server is away, and recovers', async () => {
    answers[PATH] = 'unreachable'
    const progress = useProgressStore()
    await progress.load(client, everything)
    expect([progress.state, progress.outage]).toEqual(['failed', 'unreachable'])
    answers[PATH] = answerFor(3)
    await progress.load(client, everything)
    expect([progress.state, progress.outage]).toEqual(['ready', null])
  })

  it('keeps an answer that cannot be refreshed, and says that it cannot', async () => {
    const progress = useProgressStore()
    await progress.load(client, everything)
    answers[PATH] = 'unreachable'
    await progress.load(client, everything)
    expect([progress.state, progress.outage]).toEqual(['ready', 'unreachable'])
    expect(progress.answer?.total.states).toEqual({ 0: 3 })
  })
})
