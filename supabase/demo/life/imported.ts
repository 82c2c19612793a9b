import type { DemoEvent } from './demo-hotspot.ts'

/** The one event of a case that was taken over from the old ledger: closed as its source says. */
export const importedEvent = (at: number): DemoEvent => ({
  at,
  step: 'imported',
  from: null,
  to: 'closed',
  version: 1,
  actor: 'planner',
  role: 'planner',
  unitKey: null,
  reason: null,
  note: null,
  originalNo: null,
  receiver: null,
  days: null,
})
