import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { useMaking } from '../../../../src/screens/map/printing/use-making.ts'

const subject = ref('')
const onPreview = vi.fn()
let scope: EffectScope

/** A dialog whose first preview is there. */
function settled() {
  const { making, begin, end, preview } = scope.run(() => useMaking(() => subject.value, onPreview))!
  expect(making.value).toBe('preview')
  end()
  expect(making.value).toBeNull()
  return { making, begin, end, preview }
}

async function choose(what: string): Promise<void> {
  subject.value = what
  await nextTick()
}

beforeEach(() => {
  vi.useFakeTimers()
  subject.value = 'A4'
  onPreview.mockClear()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

describe('what is being made of a sheet', () => {
  it('is a new preview once the choices have come to rest', async () => {
    const { making } = settled()
    await choose('A3')
    vi.advanceTimersByTime(200)
    await choose('A3 upright')
    vi.advanceTimersByTime(200)
    expect(making.value).toBeNull()
    vi.advanceTimersByTime(200)
    expect(making.value).toBe('preview')
    expect(onPreview).toHaveBeenCalledOnce()
  })

  it('stays the file that is asked for right after a choice; the preview comes after it', async () => {
    const { making, begin, end } = settled()
    await choose('A3')
    begin('png')
    vi.advanceTimersByTime(10_000)
    expect(making.value).toBe('png')
    end()
    expect(making.value).toBe('preview')
    end()
    expect(making.value).toBeNull()
  })

  it('stays the file also when a choice is made while it is', async () => {
    const { making, begin, end } = settled()
    begin('pdf')
    await choose('A3')
    vi.advanceTimersByTime(10_000)
    expect(making.value).toBe('pdf')
    end()
    expect(making.value).toBe('preview')
  })

  it('goes back to the preview that a file has interrupted', async () => {
    const { making, begin, end } = settled()
    await choose('A3')
    vi.advanceTimersByTime(300)
    expect(making.value).toBe('preview')
    begin('png')
    expect(making.value).toBe('png')
    end()
    expect(making.value).toBe('preview')
  })

  it('is nothing after a file of what is already seen', () => {
    const { making, begin, end } = settled()
    begin('png')
    end()
    vi.advanceTimersByTime(10_000)
    expect(making.value).toBeNull()
    expect(onPreview).not.toHaveBeenCalled()
  })
})
