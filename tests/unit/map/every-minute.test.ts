import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { everyMinute, minuteOf } from '../../../src/map/every-minute.ts'

describe('a clock that tells each minute', () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-20T10:00:41Z') })
    vi.stubGlobal('document', page)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('speaks when a minute begins, not a minute after it was asked', () => {
    const told = vi.fn<(minute: number) => void>()
    const stop = everyMinute(told)
    vi.advanceTimersByTime(18_999)
    expect(told).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(told.mock.calls).toEqual([[minuteOf(new Date('2026-11-20T10:01:00Z'))]])
    vi.advanceTimersByTime(120_000)
    expect(told).toHaveBeenCalledTimes(3)
    stop()
    vi.advanceTimersByTime(600_000)
    expect(told).toHaveBeenCalledTimes(3)
  })

  it('speaks at once when a page that slept is looked at again, and not twice in a minute', () => {
    const told = vi.fn<(minute: number) => void>()
    const stop = everyMinute(told)
    vi.setSystemTime(new Date('2026-11-20T12:00:30Z'))
    page.dispatchEvent(new Event('visibilitychange'))
    page.dispatchEvent(new Event('visibilitychange'))
    expect(told.mock.calls).toEqual([[minuteOf(new Date('2026-11-20T12:00:00Z'))]])
    stop()
  })
})
