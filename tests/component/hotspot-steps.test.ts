import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import HotspotSteps from '../../src/composables/hotspot/HotspotSteps.vue'
import type { Hotspot, HotspotDetail } from '../../src/domain/hotspot.ts'
import { ok, type Result } from '../../src/domain/result.ts'
import type { OfferedStep } from '../../src/domain/step.ts'
import { mounted } from './mounted.ts'

const { advance } = vi.hoisted(() => ({ advance: vi.fn() }))
vi.mock('../../src/data/hotspots.ts', () => ({ advanceHotspot: advance }))
vi.mock('../../src/stores/session.ts', () => ({
  useSessionStore: () => ({ client: {}, root: { id: 1, timeZone: 'Asia/Shanghai' } }),
}))

const REVISIT: OfferedStep = { step: 'pass_revisit', needs: ['note'] }
const atVersion = (version: number, id = 'a') =>
  ({ id, no: 11, status: 'closed', state: 5, quantity: null, version }) as unknown as Hotspot
const detailOf = (hotspot: Hotspot) => ({ hotspot, steps: [REVISIT], photos: [] }) as unknown as HotspotDetail

let steps: ReturnType<typeof mounted>
const show = () => (steps = mounted(HotspotSteps, { props: { detail: detailOf(atVersion(4)) } } as never))
const arrive = (hotspot: Hotspot) => steps.setProps({ detail: detailOf(hotspot) } as never)
const button = () => steps.find('.buttons button')
const isReady = () => button().attributes('disabled') === undefined
const conflict = () => steps.text().includes('刚刚有人更新了')

/** Opens the form and sends it; the answer comes when the test gives it. */
async function send(): Promise<(answer: Result<Hotspot, never>) => Promise<void>> {
  let answer!: (given: Result<Hotspot, never>) => void
  advance.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
  await button().trigger('click')
  await steps.find('form').trigger('submit')
  return async (given) => {
    answer(given)
    await flushPromises()
  }
}

describe('the steps of a case', () => {
  afterEach(() => steps.unmount())

  it('are not pressed again before what the last one did is on the screen', async () => {
    show()
    const answer = await send()
    await answer(ok(atVersion(5)))
    expect(steps.find('form').exists()).toBe(false)
    expect(isReady()).toBe(false)
    await arrive(atVersion(5))
    await flushPromises()
    expect(isReady()).toBe(true)
    await button().trigger('click')
    expect(conflict()).toBe(false)
  })

  it('do not take the own step, told before its answer, for somebody else', async () => {
    show()
    const answer = await send()
    await arrive(atVersion(5))
    expect(conflict()).toBe(false)
    await answer(ok(atVersion(5)))
    expect(conflict()).toBe(false)
    expect(isReady()).toBe(true)
  })

  it('say so when the case changes while the form is open', async () => {
    show()
    await button().trigger('click')
    await arrive(atVersion(5))
    expect(conflict()).toBe(true)
    expect(steps.find('button[type="submit"]').attributes('disabled')).toBeDefined()
  })

  it('are those of the case that is shown, whatever is known of another one', async () => {
    show()
    const answer = await send()
    await answer(ok(atVersion(9)))
    await arrive(atVersion(2, 'b'))
    await flushPromises()
    expect(isReady()).toBe(true)
    await send()
    expect(advance).toHaveBeenLastCalledWith({}, 'b', 'pass_revisit', 2, {})
  })
})
