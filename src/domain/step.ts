/** The steps that move a hotspot, as `advance_hotspot` names them. */
export const STEPS = ['report', 'accept', 'reject', 'assign', 'return', 'take', 'hand_in', 'rework', 'verify'] as const

export type Step = (typeof STEPS)[number]

/** What a line of a history may tell: a step, one of those that no button takes yet, or what an import did. */
export const EVENT_STEPS = [
  ...STEPS,
  'mark_duplicate',
  'transfer',
  'suspend',
  'resume',
  'pass_revisit',
  'imported',
  'source_updated',
] as const

export type EventStep = (typeof EVENT_STEPS)[number]

/** What a step asks for besides the hotspot itself. */
export const STEP_NEEDS = ['reason', 'unit', 'campaign', 'note'] as const

export type StepNeed = (typeof STEP_NEEDS)[number]

/** A step that the caller may take now; `needs` lists what has to be filled in first. */
export interface OfferedStep {
  step: Step
  needs: StepNeed[]
}
