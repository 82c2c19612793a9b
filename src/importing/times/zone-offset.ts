/** How far ahead of UTC a zone's clocks are at an instant, both in ms. */
export type ZoneOffset = (instantMs: number) => number

/** Offsets change at quarter hours of UTC only, so that one answer serves a whole quarter. */
const QUARTER_MS = 15 * 60 * 1000
/** A year has 35,000 quarters; rows are near each other in time. */
const MOST_REMEMBERED = 50_000

/** Whether the name is a time zone that this machine knows (IANA, e.g. `Asia/Shanghai`). */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The offsets of a time zone, read from the rules that `Intl` carries; throws a RangeError for an unknown zone. */
export function zoneOffset(timeZone: string): ZoneOffset {
  const wall = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const remembered = new Map<number, number>()
  return (instantMs) => {
    const quarter = Math.floor(instantMs / QUARTER_MS)
    let offset = remembered.get(quarter)
    if (offset === undefined) {
      offset = offsetAt(wall, quarter * QUARTER_MS)
      if (remembered.size >= MOST_REMEMBERED) remembered.clear()
      remembered.set(quarter, offset)
    }
    return offset
  }
}

function offsetAt(wall: Intl.DateTimeFormat, instantMs: number): number {
  const shown: Record<string, string> = {}
  for (const { type, value } of wall.formatToParts(instantMs)) shown[type] = value
  const year = shown.era === 'BC' ? 1 - Number(shown.year) : Number(shown.year)
  const asUtc = new Date(0)
  asUtc.setUTCFullYear(year, Number(shown.month) - 1, Number(shown.day))
  asUtc.setUTCHours(Number(shown.hour), Number(shown.minute), Number(shown.second))
  return asUtc.getTime() - Math.floor(instantMs / 1000) * 1000
}
