import type { HotspotStatus } from '../../../src/domain/status.ts'
import type { Step } from '../../../src/domain/step.ts'
import type { DispatchPerson } from '../support/dispatch.ts'

/** A step that moves a case which exists already. */
export type MovingStep = Exclude<Step, 'report'>

/** Section 5 of the domain rules, written out by hand: which step leads from where to where; the same status is an event only. */
export const LEADS: Record<MovingStep, Partial<Record<HotspotStatus, HotspotStatus>>> = {
  accept: { reported: 'accepted' },
  reject: { reported: 'rejected' },
  mark_duplicate: { reported: 'duplicate', accepted: 'duplicate' },
  transfer: { reported: 'transferred', accepted: 'transferred' },
  assign: { accepted: 'assigned', assigned: 'assigned' },
  return: { assigned: 'accepted', in_progress: 'accepted' },
  take: { assigned: 'in_progress' },
  hand_in: { in_progress: 'handed_in' },
  rework: { handed_in: 'in_progress' },
  verify: { handed_in: 'closed' },
  suspend: { accepted: 'suspended', assigned: 'suspended', in_progress: 'suspended' },
  // The case of these tests was suspended while it was worked on.
  resume: { suspended: 'in_progress' },
  ask_extension: stays('assigned', 'in_progress'),
  grant_extension: stays('assigned', 'in_progress', 'handed_in', 'suspended'),
  refuse_extension: stays('assigned', 'in_progress', 'handed_in', 'suspended'),
  urge: stays('reported', 'accepted', 'assigned', 'in_progress', 'handed_in'),
  // One revisit is left.
  pass_revisit: { closed: 'held' },
  fail_revisit: stays('closed'),
}

/** An event that moves nothing. */
function stays(...statuses: HotspotStatus[]): Partial<Record<HotspotStatus, HotspotStatus>> {
  return Object.fromEntries(statuses.map((status) => [status, status]))
}

export const MOVING_STEPS = Object.keys(LEADS) as MovingStep[]

type Word = 'may' | 'may not' | 'not seen' | 'in the unit' | 'did the work' | 'shut out'

/** How each word of the table below is refused; `may` is not. Those who may and whose hands are wrong hear of the status first. */
export const REFUSED_WITH: Record<Exclude<Word, 'may'>, string> = {
  'may not': 'PT403 not_allowed',
  'not seen': 'PT403 not_found',
  'in the unit': 'PT403 verifier_in_unit',
  'did the work': 'PT403 verifier_did_the_work',
  'shut out': '42501',
}

const NOBODY: Record<DispatchPerson, Word> = {
  admin: 'may not',
  planner: 'may not',
  'planner of the village': 'may not',
  supervisor: 'may not',
  'supervisor of the village': 'may not',
  'supervisor of another village': 'not seen',
  'supervisor who is a member of the unit': 'may not',
  'supervisor who did the work': 'may not',
  'supervisor of another village who handles for the unit': 'may not',
  'handler of the unit': 'may not',
  'handler of the unit in another village': 'may not',
  'handler of another unit': 'may not',
  'officer of the village': 'may not',
  'officer of another village': 'not seen',
  viewer: 'may not',
  leader: 'may not',
  stranger: 'not seen',
  'person without a role': 'not seen',
  'signed-out person': 'shut out',
  'secret key': 'shut out',
}

const SUPERVISORS: Record<DispatchPerson, Word> = {
  ...NOBODY,
  supervisor: 'may',
  'supervisor of the village': 'may',
  'supervisor who is a member of the unit': 'may',
  'supervisor who did the work': 'may',
}

const DISPATCHERS: Record<DispatchPerson, Word> = { ...SUPERVISORS, planner: 'may', 'planner of the village': 'may' }

const WORKERS: Record<DispatchPerson, Word> = {
  ...NOBODY,
  'handler of the unit': 'may',
  'handler of the unit in another village': 'may',
  'supervisor of another village who handles for the unit': 'may',
}

const OTHER_UNIT: Record<DispatchPerson, Word> = {
  ...SUPERVISORS,
  'supervisor who is a member of the unit': 'in the unit',
}

const OTHER_HANDS: Record<DispatchPerson, Word> = { ...OTHER_UNIT, 'supervisor who did the work': 'did the work' }

/** Who may take a step on a case of the west village that the unit works on. */
export const WHO: Record<MovingStep, Record<DispatchPerson, Word>> = {
  accept: SUPERVISORS,
  reject: SUPERVISORS,
  assign: DISPATCHERS,
  return: WORKERS,
  take: WORKERS,
  hand_in: WORKERS,
  rework: OTHER_UNIT,
  verify: OTHER_HANDS,
  mark_duplicate: SUPERVISORS,
  transfer: SUPERVISORS,
  suspend: SUPERVISORS,
  resume: SUPERVISORS,
  ask_extension: WORKERS,
  grant_extension: OTHER_UNIT,
  refuse_extension: OTHER_UNIT,
  urge: { ...SUPERVISORS, leader: 'may' },
  pass_revisit: { ...OTHER_HANDS, 'officer of the village': 'may' },
  fail_revisit: { ...OTHER_HANDS, 'officer of the village': 'may' },
}

/** The whole expectation for one step, status and person: the new status, or the refusal. */
export function expectedOutcome(step: MovingStep, from: HotspotStatus, person: DispatchPerson): string {
  const word = WHO[step][person]
  if (word === 'may not' || word === 'not seen' || word === 'shut out') return REFUSED_WITH[word]
  const to = LEADS[step][from]
  if (!to) return 'PT422 wrong_status'
  return word === 'may' ? `→ ${to}` : REFUSED_WITH[word]
}
