const MS_A_DAY = 86_400_000
/** The most steps that the database takes: ten years of weeks are fewer. */
const MOST_STEPS = 530

const msOf = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/**
 * The steps of a replay, each named by its last day as YYYY-MM-DD: the Sundays from the week of `from` on, and today, which may
 * end its week early. Weeks begin on Monday. A `from` after today gives the one step of today, one too long ago is cut off.
 */
export function replaySteps(from: string, today: string): string[] {
  const last = msOf(today)
  const daysToSunday = (7 - new Date(msOf(from)).getUTCDay()) % 7
  let sunday = msOf(from) + daysToSunday * MS_A_DAY
  const earliest = last - (MOST_STEPS - 1) * 7 * MS_A_DAY
  while (sunday < earliest) sunday += 7 * MS_A_DAY
  const steps: string[] = []
  for (; sunday < last; sunday += 7 * MS_A_DAY) steps.push(dayAt(sunday))
  return [...steps, today]
}

/** The step that a day belongs to: the first that ends on it or later; the last for a day after all of them. */
export function stepOfDay(steps: readonly string[], day: string): number {
  const index = steps.findIndex((each) => each >= day)
  return index === -1 ? steps.length - 1 : index
}
