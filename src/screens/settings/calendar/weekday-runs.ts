/** Weekdays (Monday = 1) as people say them: three or more in a row are a run from one to another. */
export function weekdayRuns(weekdays: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const day of weekdays.toSorted((one, other) => one - other)) {
    const last = runs.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  }
  return runs.flatMap(
    ([from, to]) =>
      (to - from === 1
        ? [
            [from, from],
            [to, to],
          ]
        : [[from, to]]) as [number, number][],
  )
}
