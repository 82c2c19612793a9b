import { stepOfDay } from '../../../domain/replay/replay-steps.ts'

/** Where a month begins among the steps of a replay; `isYear` where a year does. */
export interface TimeTick {
  step: number
  day: string
  isYear: boolean
}

/** The first step of every month, thinned out until no more than `most` are left; the first month, which is cut, is left out. */
export function timeTicks(steps: readonly string[], most: number): TimeTick[] {
  const months = steps.flatMap((day, step): TimeTick[] => {
    const before = steps[step - 1]
    return before && before.slice(0, 7) !== day.slice(0, 7) ? [{ step, day, isYear: day.slice(5, 7) === '01' }] : []
  })
  for (const every of [1, 2, 3, 6, 12]) {
    const left = months.filter(({ day }) => (Number(day.slice(5, 7)) - 1) % every === 0)
    if (left.length <= most) return left
  }
  return months.filter(({ isYear }) => isYear)
}

/** The stretch of steps in which a phase lies, ends included; null when it lies outside. */
export function phaseSteps(
  steps: readonly string[],
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
): { from: number; to: number } | null {
  const [first, last] = [steps[0], steps.at(-1)]
  if (first === undefined || last === undefined || endsOn < first || startsOn > last) return null
  return { from: startsOn <= first ? 0 : stepOfDay(steps, startsOn), to: stepOfDay(steps, endsOn) }
}
