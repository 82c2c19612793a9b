import { expect } from 'vitest'
import type { HotspotStatus } from '../../../src/domain/status.ts'
import type { MovingStep } from './transition-table.ts'

/** What the tests of all steps stand on: the units, the original of a duplicate, the new case of a failed revisit. */
export type Ground = { cleaners: number; market: number; original: { id: string; no: number }; newId: string }

type Effect = {
  input?: Record<string, unknown>
  /** Columns of the case that are other ones afterwards, besides status, state, version and updated_at. */
  changes?: Record<string, unknown>
  /** What the event keeps besides reason and note. */
  detail?: Record<string, unknown>
}

const AN_INSTANT = expect.any(String)

/** A reason as it is typed; it is kept without the blanks. */
export const REASON = ' 因为 '

/** Everything that each step does to a case whose clock runs, written out by hand; nothing else may change. */
export function effectOf(step: MovingStep, from: HotspotStatus, ground: Ground): Effect {
  const ended = (reason: string) => ({ end_reason: reason, closed_at: AN_INSTANT, closed_precision: 'second' })
  const effects: Record<MovingStep, Effect> = {
    accept: {
      changes: { limit_amount: 5, limit_unit: 'working_day', due_at: AN_INSTANT, first_due_at: AN_INSTANT },
      detail: { due: AN_INSTANT },
    },
    reject: { input: { reason: REASON }, changes: ended('rejected') },
    mark_duplicate: {
      input: { originalId: ground.original.id },
      changes: { ...ended('duplicate'), duplicate_of: ground.original.id },
      detail: { originalId: ground.original.id, originalNo: ground.original.no },
    },
    transfer: {
      input: { receiver: ' 交警大队 ' },
      changes: { ...ended('transferred'), transferred_to: '交警大队' },
      detail: { receiver: '交警大队' },
    },
    assign: {
      input: { unitId: ground.market },
      changes: { unit_id: ground.market },
      detail: { unitId: ground.market, unitName: '市场监管所' },
    },
    return: {
      input: { reason: REASON },
      changes: { unit_id: null, returned_count: 1 },
      detail: { unitId: ground.cleaners, unitName: '环卫所' },
    },
    take: {},
    hand_in: { changes: { handed_in_at: AN_INSTANT } },
    rework: { input: { reason: REASON }, changes: { reworked_count: 1 } },
    verify: { changes: ended('fixed') },
    suspend: {
      input: { reason: REASON },
      changes: { suspended_from: from, due_at: null, clock_left: expect.any(Number) },
      detail: { left: expect.any(Number) },
    },
    resume: {
      input: { reason: REASON },
      changes: { suspended_from: null, due_at: AN_INSTANT, clock_left: null },
      detail: { due: AN_INSTANT },
    },
    ask_extension: { input: { days: 4, reason: REASON }, changes: { extension_days: 4 }, detail: { days: 4 } },
    grant_extension: {
      changes: {
        extension_days: null,
        extended_count: 1,
        ...(from === 'suspended' ? { clock_left: 5 } : { due_at: AN_INSTANT }),
      },
      detail: {
        days: 3,
        wasOverdue: false,
        ...(from === 'suspended' ? { left: 5 } : { from: AN_INSTANT, to: AN_INSTANT }),
      },
    },
    refuse_extension: { input: { reason: REASON }, changes: { extension_days: null }, detail: { days: 3 } },
    urge: { changes: { urged_at: AN_INSTANT, urged_count: 1 } },
    pass_revisit: { detail: { revisitDueOn: AN_INSTANT } },
    fail_revisit: {
      input: { newId: ground.newId, reason: REASON },
      detail: { revisitDueOn: AN_INSTANT, newId: ground.newId, newNo: expect.any(Number) },
    },
  }
  return effects[step]
}
