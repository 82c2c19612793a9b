import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DAY_PRESETS, daysOfPreset, presetOfDays } from '../../../src/domain/day-range.ts'

describe('a range of days', () => {
  beforeEach(() => {
    // Already the next day in Shanghai.
    vi.useFakeTimers({ now: new Date('2026-11-22T17:00:00Z') })
  })
  afterEach(() => vi.useRealTimers())

  it('ends today where the township is', () => {
    expect(daysOfPreset('week', 'Asia/Shanghai')).toEqual({ from: '2026-11-17', to: null })
    expect(daysOfPreset('week', 'UTC')).toEqual({ from: '2026-11-16', to: null })
    expect(daysOfPreset('month', 'Asia/Shanghai')).toEqual({ from: '2026-10-25', to: null })
    expect(daysOfPreset('year', 'Asia/Shanghai')).toEqual({ from: '2026-01-01', to: null })
  })

  it('is known again by its days, and any other is none', () => {
    for (const preset of DAY_PRESETS) expect(presetOfDays(daysOfPreset(preset, 'UTC'), 'UTC')).toBe(preset)
    expect(presetOfDays({ from: null, to: null }, 'UTC')).toBeNull()
    expect(presetOfDays({ from: '2026-11-16', to: '2026-11-22' }, 'UTC')).toBeNull()
    expect(presetOfDays({ from: '2026-11-15', to: null }, 'UTC')).toBeNull()
  })
})
