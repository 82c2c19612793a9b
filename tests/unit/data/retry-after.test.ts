import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { rememberRetryAfter } from '../../../src/data/retry-after.ts'

const answering = (status: number, headers: Record<string, string> = {}) =>
  rememberRetryAfter(() => Promise.resolve(new Response('{}', { status, headers })))

describe('a server that asks to be left alone', () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-05-01T10:00:00Z') }))
  afterEach(() => vi.useRealTimers())

  it('is believed to the second', async () => {
    const patient = answering(429, { 'retry-after': '90' })
    await patient.fetch('http://backend.test')
    expect(patient.retryAt()).toBe('2026-05-01T10:01:30.000Z')
  })

  it.each([undefined, '', 'Fri, 01 May 2026 11:00:00 GMT'])('gives no time when it says %s', async (header) => {
    const patient = answering(429, header === undefined ? {} : { 'retry-after': header })
    await patient.fetch('http://backend.test')
    expect(patient.retryAt()).toBeNull()
  })

  it('is not heard in an answer of another status', async () => {
    const patient = answering(503, { 'retry-after': '90' })
    await patient.fetch('http://backend.test')
    expect(patient.retryAt()).toBeNull()
  })
})
