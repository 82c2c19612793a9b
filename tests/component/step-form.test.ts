import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import StepForm from '../../src/composables/hotspot/StepForm.vue'
import type { Hotspot } from '../../src/domain/hotspot.ts'
import type { OfferedStep } from '../../src/domain/step.ts'
import { mounted } from './mounted.ts'

vi.mock('../../src/data/hotspots.ts', () => ({
  fetchNearbyOpenCases: vi.fn(async () => ({ ok: true, value: [NEARBY] })),
}))

vi.mock('../../src/stores/session.ts', () => ({
  useSessionStore: () => ({ client: {}, root: { id: 1, timeZone: 'Asia/Shanghai' } }),
}))

const NEARBY = {
  id: 'b',
  no: 12,
  status: 'accepted',
  state: 1,
  categoryId: 3,
  categoryName: '暴露垃圾',
  categoryNameEn: null,
  title: null,
  address: null,
  reportedAt: '2026-03-01T00:00:00Z',
  distanceM: 14,
  lng: 117.9,
  lat: 30.9,
  path: null,
  thumbPath: null,
}
const HOTSPOT = {
  id: 'a',
  no: 11,
  rootId: 1,
  lng: 117.9,
  lat: 30.9,
  categoryId: 3,
  unitId: null,
  proposedUnitId: null,
  campaignId: null,
  quantity: 10,
  quantityUnit: '处',
  quantityVerified: null,
  extensionDays: null,
} as unknown as Hotspot

let form: ReturnType<typeof mounted>

async function open(step: OfferedStep, changed: Partial<Hotspot> = {}) {
  form = mounted(StepForm, {
    props: { step, hotspot: { ...HOTSPOT, ...changed }, isBusy: false, isHeld: false },
    global: { stubs: { PhotoPicker: true } },
  } as never)
  await flushPromises()
  return form
}
const send = async () => {
  await form.find('form').trigger('submit')
  return form.emitted('take')?.[0]?.[0]
}
const isReady = () => form.find('button[type="submit"]').attributes('disabled') === undefined

describe('the form of a step', () => {
  afterEach(() => form.unmount())

  it('takes a reason by a tap on a common one', async () => {
    await open({ step: 'suspend', needs: ['reason'] })
    expect(form.text()).toContain('为什么挂账')
    expect(isReady()).toBe(false)
    const chips = form.findAll('.phrase-chips button')
    await chips[0]!.trigger('click')
    await chips[1]!.trigger('click')
    expect(isReady()).toBe(true)
    expect(await send()).toEqual({ reason: '需上级资金、等待施工' })
  })

  it('asks for days, and begins with those that were asked for', async () => {
    await open({ step: 'grant_extension', needs: ['days', 'note'] }, { extensionDays: 6 })
    expect(await send()).toEqual({ days: 6 })
  })

  it('does not go without a receiver', async () => {
    await open({ step: 'transfer', needs: ['receiver', 'note'] })
    expect(await send()).toBeUndefined()
    await form.find('input').setValue(' 县交警大队 ')
    expect(await send()).toEqual({ receiver: '县交警大队' })
  })

  it('offers what stands near as the original, and any other by its number', async () => {
    vi.useFakeTimers()
    await open({ step: 'mark_duplicate', needs: ['original', 'note'] })
    await vi.runAllTimersAsync()
    vi.useRealTimers()
    await flushPromises()
    expect(form.text()).toContain('14 米')
    expect(isReady()).toBe(false)
    await form.find('input[type="radio"]').setValue()
    expect(await send()).toEqual({ originalId: 'b' })
    await form.find('.text-field input').setValue('77')
    await form.find('form').trigger('submit')
    expect(form.emitted('take')?.[1]?.[0]).toEqual({ originalNo: 77 })
  })

  it('says how much was found done where there is a quantity', async () => {
    await open({ step: 'verify', needs: ['note', 'verdict', 'photos'] })
    expect(form.text()).toContain('核实的数量（共 10 处）')
    expect(await send()).toEqual({ quantityVerified: 10 })
  })

  it('waits for the photo that it needs', async () => {
    await open({ step: 'hand_in', needs: ['note', 'photo'] })
    expect(form.text()).toContain('还需要一张整改后的照片')
    expect(isReady()).toBe(false)
  })

  it('sends a failed revisit with the id of the new case', async () => {
    await open({ step: 'fail_revisit', needs: ['reason', 'photos'] })
    await form.findAll('.phrase-chips button')[0]!.trigger('click')
    expect(await send()).toEqual({ reason: '同一处又出现', newId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  })
})
