import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PrintFailure } from '../../../../src/map/print/print-failure.ts'
import { createPrintLimit } from '../../../../src/map/print/print-limit.ts'

const PATIENCE_MS = 1000
const never = () => new Promise<string>(() => {})

/** As much of a map as the limit listens to. */
function fakeMap() {
  const listeners = new Map<string, () => void>()
  const map = {
    on: (name: string, listener: () => void) => listeners.set(name, listener),
    off: (name: string) => listeners.delete(name),
  }
  return { map: map as never, listeners, lose: () => listeners.get('webglcontextlost')?.() }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a picture of a map', () => {
  it('comes when it comes in time, and nothing is left behind', async () => {
    const { map, listeners } = fakeMap()
    const limit = createPrintLimit(map, PATIENCE_MS, new AbortController().signal, { hidden: false })
    await expect(limit.within(Promise.resolve('picture'))).resolves.toBe('picture')
    limit.end()
    expect(listeners.size).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('that never comes is given up when patience ends', async () => {
    const limit = createPrintLimit(fakeMap().map, PATIENCE_MS, new AbortController().signal, { hidden: false })
    const picture = limit.within(never())
    vi.advanceTimersByTime(PATIENCE_MS)
    await expect(picture).rejects.toEqual(new PrintFailure('slow'))
    await expect(limit.within(never())).rejects.toEqual(new PrintFailure('slow'))
    limit.end()
  })

  it('is waited for as long as the page is hidden, because nothing is drawn then', async () => {
    const page = { hidden: true }
    const limit = createPrintLimit(fakeMap().map, PATIENCE_MS, new AbortController().signal, page)
    vi.advanceTimersByTime(100 * PATIENCE_MS)
    expect(limit.signal.aborted).toBe(false)
    page.hidden = false
    vi.advanceTimersByTime(PATIENCE_MS)
    expect(limit.signal.aborted).toBe(true)
    limit.end()
  })

  it('does not come any more from a map that has lost its WebGL context', async () => {
    const { map, lose } = fakeMap()
    const limit = createPrintLimit(map, PATIENCE_MS, new AbortController().signal, { hidden: false })
    const picture = limit.within(never())
    lose()
    await expect(picture).rejects.toEqual(new PrintFailure('lost'))
    limit.end()
  })

  it.each([
    ['before it was begun', true],
    ['meanwhile', false],
  ])('ends with the reason of whoever does not want it any more: %s', async (_when, isBefore) => {
    const wanted = new AbortController()
    const reason = new Error('no longer')
    if (isBefore) wanted.abort(reason)
    const limit = createPrintLimit(fakeMap().map, PATIENCE_MS, wanted.signal, { hidden: false })
    const picture = limit.within(never())
    wanted.abort(reason)
    await expect(picture).rejects.toBe(reason)
    limit.end()
  })
})
