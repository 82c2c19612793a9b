import type { DemoEvent } from '../life/demo-hotspot.ts'
import { countsWork, type DemoLimit, type WorkingClock } from '../life/working-clock.ts'

/** What a case carries beside its status, as the steps so far have left it. Instants in ms. */
export interface CaseLife {
  limit: DemoLimit | null
  dueAt: number | null
  firstDueAt: number | null
  /** In the unit of the limit, while it is suspended. */
  clockLeft: number | null
  extensionDays: number | null
  suspendedFrom: string | null
  duplicateOf: number | null
  transferredTo: string | null
  handedInAt: number | null
  urgedAt: number | null
  urged: number
  returned: number
  reworked: number
  extended: number
  /** What the event of each granted extension says of it, by the event's version. */
  extensions: Map<number, { days: number; from: number; to: number; wasOverdue: boolean }>
}

/** Follows a case through its steps as `advance_hotspot` would have. */
export function caseLife(events: readonly DemoEvent[], limit: DemoLimit, clock: WorkingClock): CaseLife {
  const life: CaseLife = {
    limit: null,
    dueAt: null,
    firstDueAt: null,
    clockLeft: null,
    extensionDays: null,
    suspendedFrom: null,
    duplicateOf: null,
    transferredTo: null,
    handedInAt: null,
    urgedAt: null,
    urged: 0,
    returned: 0,
    reworked: 0,
    extended: 0,
    extensions: new Map(),
  }
  for (const event of events) take(life, event, limit, clock)
  return life
}

function take(life: CaseLife, event: DemoEvent, limit: DemoLimit, clock: WorkingClock): void {
  const { step, at, from, days } = event
  switch (step) {
    case 'accept':
      life.limit = limit
      life.dueAt = life.firstDueAt = clock.due(at, limit.amount, limit.unit)
      break
    case 'suspend':
      life.suspendedFrom = from
      life.clockLeft = life.dueAt === null ? null : clock.between(at, life.dueAt, limit.unit)
      life.dueAt = null
      break
    case 'resume':
      life.suspendedFrom = null
      life.dueAt = life.clockLeft === null ? null : clock.due(at, life.clockLeft, limit.unit)
      life.clockLeft = null
      break
    case 'ask_extension':
      life.extensionDays = days
      break
    case 'refuse_extension':
      life.extensionDays = null
      break
    case 'grant_extension':
      extend(life, event, limit, clock)
      break
    case 'mark_duplicate':
      life.duplicateOf = event.originalNo
      break
    case 'transfer':
      life.transferredTo = event.receiver
      break
    case 'hand_in':
      life.handedInAt = at
      break
    case 'urge':
      life.urged += 1
      life.urgedAt = at
      break
    case 'return':
      life.returned += 1
      break
    case 'rework':
      life.reworked += 1
      break
  }
}

function extend(life: CaseLife, { at, days, version }: DemoEvent, limit: DemoLimit, clock: WorkingClock): void {
  if (days === null || life.dueAt === null) return
  const wasOverdue = at > life.dueAt
  const from = life.dueAt
  const to = clock.due(wasOverdue ? at : from, days, countsWork(limit) ? 'working_day' : 'calendar_day')
  life.dueAt = to
  life.extensionDays = null
  life.extended += 1
  life.extensions.set(version, { days, from, to, wasOverdue })
}
