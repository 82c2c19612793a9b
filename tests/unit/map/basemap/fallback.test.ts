import { describe, expect, it } from 'vitest'
import { BasemapFailure, type BasemapFailureReason } from '../../../../src/map/basemap/failure.ts'
import {
  createFallback,
  FAILURE_WINDOW_MS,
  FAILURES_BORNE,
  RETRIES_AFTER_MS,
  STEADY_AFTER_MS,
  type BasemapState,
} from '../../../../src/map/basemap/fallback.ts'
import { manualClock } from './manual-clock.ts'

/** A fallback over a host that answers as it is told, and everything that was seen of it. */
function town(answers: (BasemapFailureReason | 'map')[], { draws = true } = {}) {
  const clock = manualClock()
  const seen: BasemapState[] = []
  const map = { shown: 0, probes: 0, aborted: 0 }
  const fallback = createFallback({
    clock,
    async probe(signal) {
      map.probes += 1
      signal.addEventListener('abort', () => (map.aborted += 1))
      const answer = answers[Math.min(map.probes, answers.length) - 1] ?? 'map'
      if (answer !== 'map') throw new BasemapFailure(answer, answer)
      return answer
    },
    show() {
      if (!draws) throw new BasemapFailure('wrong', 'no layer')
      map.shown += 1
    },
    hide: () => (map.shown -= 1),
    onState: (state) => seen.push(state),
  })
  /** Lets what has been answered be heard. */
  const settle = async () => {
    for (let i = 0; i < 5; i++) await Promise.resolve()
  }
  const last = () => seen.at(-1)
  const fail = (times: number) => {
    for (let i = 0; i < times; i++) fallback.failed('unreachable')
  }
  return { clock, fallback, map, seen, settle, last, fail }
}

describe('a host that answers', () => {
  it('has its basemap shown', async () => {
    const { map, seen, settle } = town(['map'])
    await settle()
    expect(seen).toEqual([{ kind: 'probing' }, { kind: 'shown', isBack: false }])
    expect(map).toEqual({ shown: 1, probes: 1, aborted: 0 })
  })

  it('is forgiven a few failed tiles', async () => {
    const { clock, last, settle, fail } = town(['map'])
    await settle()
    fail(FAILURES_BORNE)
    expect(last()?.kind).toBe('shown')
    clock.pass(FAILURE_WINDOW_MS)
    fail(FAILURES_BORNE)
    expect(last()?.kind).toBe('shown')
  })

  it('goes with the fifth failed tile in ten seconds, once', async () => {
    const { map, last, seen, settle, fail } = town(['map'])
    await settle()
    fail(FAILURES_BORNE + 20)
    expect(last()).toEqual({ kind: 'away', reason: 'unreachable', isTrying: false })
    expect(seen).toHaveLength(3)
    expect(map.shown).toBe(0)
  })

  it('goes when the device loses its network', async () => {
    const { fallback, map, last, settle } = town(['map'])
    await settle()
    fallback.lose()
    expect([last(), map.shown]).toEqual([{ kind: 'away', reason: 'offline', isTrying: false }, 0])
  })

  it('is away when nothing of its map can be drawn', async () => {
    const { last, settle } = town(['map'], { draws: false })
    await settle()
    expect(last()).toEqual({ kind: 'away', reason: 'wrong', isTrying: false })
  })
})

describe.each(['unreachable', 'slow', 'denied', 'wrong'] as const)('a host that is %s', (reason) => {
  it('leaves paper and says why', async () => {
    const { map, seen, settle } = town([reason])
    await settle()
    expect(seen).toEqual([{ kind: 'probing' }, { kind: 'away', reason, isTrying: false }])
    expect(map.shown).toBe(0)
  })
})

describe('a host that is away', () => {
  it('is asked again after 30 s, 1, 2 and 5 min, and every 5 min from then on', async () => {
    const { clock, map, settle } = town(['slow'])
    await settle()
    for (const [i, wait] of [...RETRIES_AFTER_MS, RETRIES_AFTER_MS[3]].entries()) {
      clock.pass(wait - 1)
      expect(map.probes).toBe(i + 1)
      clock.pass(1)
      expect(map.probes).toBe(i + 2)
      await settle()
    }
  })

  it('tells when it is being asked and when it is back', async () => {
    const { clock, seen, settle } = town(['slow', 'map'])
    await settle()
    clock.pass(RETRIES_AFTER_MS[0])
    expect(seen.at(-1)).toEqual({ kind: 'away', reason: 'slow', isTrying: true })
    await settle()
    expect(seen.at(-1)).toEqual({ kind: 'shown', isBack: true })
  })

  it('is asked at once by whoever does not want to wait, and not twice', async () => {
    const { clock, fallback, map, last, settle } = town(['slow', 'map'])
    await settle()
    fallback.retry()
    fallback.retry()
    await settle()
    expect([last()?.kind, map.probes, map.shown]).toEqual(['shown', 2, 1])
    clock.pass(RETRIES_AFTER_MS[3])
    expect(map.probes).toBe(2)
  })

  it('waits longer when it fails again soon, and short again after it stood for a while', async () => {
    const { clock, map, settle, fail } = town(['map'])
    await settle()
    fail(FAILURES_BORNE + 1)
    clock.pass(RETRIES_AFTER_MS[0])
    await settle()
    fail(FAILURES_BORNE + 1)
    clock.pass(RETRIES_AFTER_MS[1] - 1)
    expect(map.probes).toBe(2)
    clock.pass(1)
    await settle()
    clock.pass(STEADY_AFTER_MS)
    fail(FAILURES_BORNE + 1)
    clock.pass(RETRIES_AFTER_MS[0])
    expect(map.probes).toBe(4)
  })
})

describe('a basemap that nobody wants any more', () => {
  it('is taken away, and what was asked for is not heard', async () => {
    const { fallback, map, seen, settle } = town(['map'])
    fallback.stop()
    await settle()
    expect([seen, map]).toEqual([[{ kind: 'probing' }], { shown: 0, probes: 1, aborted: 1 }])
  })

  it('is asked for no more', async () => {
    const { clock, fallback, map, settle } = town(['slow'])
    await settle()
    fallback.stop()
    clock.pass(RETRIES_AFTER_MS[3])
    expect(map.probes).toBe(1)
  })
})
