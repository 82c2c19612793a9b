import { beforeEach, describe, expect, it } from 'vitest'
import { SignInLimiter } from '../../supabase/embedded/http/sign-in-limiter.ts'

const MINUTE_MS = 60_000
let now: number
let limiter: SignInLimiter

beforeEach(() => {
  now = 0
  limiter = new SignInLimiter(() => now)
})

/** One attempt from its beginning to its end; `refused` when it could not begin. */
async function attempt(account: string, address: string, end: 'fail' | 'succeed' | 'abandon'): Promise<string> {
  const begun = await limiter.begin(account, address)
  if ('retryAfterMs' in begun) return 'refused'
  begun[end]()
  return end
}

async function failTimes(count: number, account: (i: number) => string, address = '10.0.0.1'): Promise<void> {
  for (let i = 0; i < count; i++) expect(await attempt(account(i), address, 'fail')).toBe('fail')
}

describe('guessing one account', () => {
  it('is held back after ten failures, also from elsewhere and in other letters', async () => {
    await failTimes(10, () => 'ann@x.example')
    expect(await attempt('ann@x.example', '10.0.0.1', 'succeed')).toBe('refused')
    expect(await attempt(' ANN@X.example', '10.0.0.2', 'succeed')).toBe('refused')
    expect(await attempt('ben@x.example', '10.0.0.1', 'succeed')).toBe('succeed')
  })

  it('is free again when the first failure is 15 minutes old, and says how long that takes', async () => {
    await failTimes(10, () => 'ann')
    now = 5 * MINUTE_MS
    expect(await limiter.begin('ann', '10.0.0.1')).toEqual({ retryAfterMs: 10 * MINUTE_MS })
    now = 15 * MINUTE_MS
    expect(await attempt('ann', '10.0.0.1', 'fail')).toBe('fail')
  })

  it('is forgiven by a success', async () => {
    await failTimes(9, () => 'ann')
    await attempt('ann', '10.0.0.1', 'succeed')
    await failTimes(10, () => 'ann')
    expect(await attempt('ann', '10.0.0.1', 'fail')).toBe('refused')
  })

  it('does not slip through by many attempts at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => attempt('ann', '10.0.0.1', 'fail')))
    expect(outcomes.filter((outcome) => outcome === 'fail')).toHaveLength(10)
  })
})

describe('guessing many accounts from one address', () => {
  it('is held back after a hundred failures', async () => {
    await failTimes(100, (i) => `user${i}`)
    expect(await attempt('another', '10.0.0.1', 'succeed')).toBe('refused')
    expect(await attempt('another', '::ffff:10.0.0.1', 'succeed')).toBe('refused')
    expect(await attempt('another', '10.0.0.2', 'succeed')).toBe('succeed')
  })

  it('is not forgiven by a success with an account of one’s own', async () => {
    await failTimes(99, (i) => `user${i}`)
    await attempt('mine', '10.0.0.1', 'succeed')
    await failTimes(1, () => 'one more')
    expect(await attempt('another', '10.0.0.1', 'fail')).toBe('refused')
  })
})

describe('successes and what the server could not decide', () => {
  it('cost nothing, also many at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 300 }, () => attempt('kiosk', '10.0.0.1', 'succeed')))
    expect(new Set(outcomes)).toEqual(new Set(['succeed']))
    for (let i = 0; i < 300; i++) expect(await attempt('kiosk', '10.0.0.1', 'abandon')).toBe('abandon')
  })
})
