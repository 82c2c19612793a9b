/** What decides the life of the invented township, besides the town itself. The same three give the same life, byte for byte. */
export interface DemoOptions {
  readonly seed: number
  /** `YYYY-MM-DD`, a day in the township: everything is reckoned from it. */
  readonly today: string
  /** How many cases the twelve months before it shall hold. */
  readonly hotspots: number
  /** Hour of today (0 … 24) at which life stops: nothing happens later. 0 unless given. */
  readonly untilHour?: number
}
