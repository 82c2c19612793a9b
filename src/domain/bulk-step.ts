import type { Step } from './step.ts'

/**
 * Steps that can be taken on many cases with one form, in the order of the buttons: forward ones first. What wants a photo, an
 * original or a day of each case is taken one by one.
 */
const BULK_STEPS: readonly string[] = [
  'accept',
  'assign',
  'take',
  'verify',
  'resume',
  'urge',
  'rework',
  'suspend',
  'return',
  'reject',
]

const BULK_NEEDS: readonly string[] = ['campaign', 'reason', 'unit', 'note', 'photos', 'verdict']

/** What a form asks for once and says of all the cases. */
export interface BulkStep {
  step: Step
  needs: ('reason' | 'unit' | 'note')[]
}

/** The steps on offer for every one of so many cases that make sense for all of them together. */
export function bulkSteps(offered: readonly { step: string; needs: string[]; n: number }[], count: number): BulkStep[] {
  return offered
    .filter(
      ({ step, needs, n }) =>
        n === count && BULK_STEPS.includes(step) && needs.every((need) => BULK_NEEDS.includes(need)),
    )
    .toSorted((a, b) => BULK_STEPS.indexOf(a.step) - BULK_STEPS.indexOf(b.step))
    .map(({ step, needs }) => ({
      step: step as Step,
      needs: (['unit', 'reason', 'note'] as const).filter((need) => needs.includes(need)),
    }))
}
