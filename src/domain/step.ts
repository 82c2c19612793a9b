/** The steps of a hotspot's life, as `advance_hotspot` names them. */
export const STEPS = [
  'report',
  'accept',
  'reject',
  'mark_duplicate',
  'transfer',
  'assign',
  'return',
  'take',
  'hand_in',
  'rework',
  'verify',
  'suspend',
  'resume',
  'ask_extension',
  'grant_extension',
  'refuse_extension',
  'urge',
  'pass_revisit',
  'fail_revisit',
] as const

export type Step = (typeof STEPS)[number]

/** What a line of a history may tell: a step, or what an import did. */
export const EVENT_STEPS = [...STEPS, 'imported', 'source_updated'] as const

export type EventStep = (typeof EVENT_STEPS)[number]

/** What a step asks for besides the hotspot itself; campaign, note, photos and verdict may be left out. */
export const STEP_NEEDS = [
  'campaign',
  'reason',
  'unit',
  'note',
  'photo',
  'photos',
  'original',
  'receiver',
  'days',
  'verdict',
] as const

export type StepNeed = (typeof STEP_NEEDS)[number]

/** A step that the caller may take now; `needs` lists what has to be filled in first. */
export interface OfferedStep {
  step: Step
  needs: StepNeed[]
}
