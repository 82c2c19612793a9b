/** A span of working time as written: from, to. */
export type WrittenSpan = readonly [string, string]
/** What is wrong with a span; `overlap` is with another one. */
export type SpanProblem = 'unreadable' | 'backwards' | 'overlap'

/** As many spans as the database takes. */
export const MOST_SPANS = 6

/** A time of day as the database writes it (`08:00`, up to `24:00`), out of what people write: `8:00`, `8：30`, `0830`, `8`. Null for anything else. */
export function readClock(text: string): string | null {
  const match = /^(\d{1,2})(?:[:：.]?(\d{2}))?$/.exec(text.trim())
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? '0')]
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** What is wrong with each span; null where nothing is. The order in which they stand does not matter. */
export function spanProblems(spans: readonly WrittenSpan[]): (SpanProblem | null)[] {
  const read = spans.map(readSpan)
  return read.map((span, at) => {
    if (!span) return 'unreadable'
    if (span[1] <= span[0]) return 'backwards'
    const meets = read.some((other, place) => other && place !== at && other[0] < span[1] && span[0] < other[1])
    return meets ? 'overlap' : null
  })
}

/** The spans as the database takes them, in their order; null while one of them is wrong, or there is none or more than six. */
export function readSpans(spans: readonly WrittenSpan[]): [string, string][] | null {
  if (spans.length === 0 || spans.length > MOST_SPANS || spanProblems(spans).some(Boolean)) return null
  const read = spans.map(readSpan).filter((span) => span !== null)
  return read.toSorted((one, other) => (one[0] < other[0] ? -1 : 1))
}

/** The working time of a full working day, in minutes, of spans as the database has them. */
export function minutesADay(spans: readonly WrittenSpan[]): number {
  return spans.reduce((sum, [from, to]) => sum + minuteOf(to) - minuteOf(from), 0)
}

function readSpan([from, to]: WrittenSpan): [string, string] | null {
  const [start, end] = [readClock(from), readClock(to)]
  return start === null || end === null ? null : [start, end]
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}
