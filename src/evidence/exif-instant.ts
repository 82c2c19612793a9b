/**
 * The instant of a camera's clock.
 *
 * @param time as EXIF writes it, `2026:05:08 09:30:00`
 * @param offset `+08:00` (OffsetTimeOriginal); without one the clock is taken to show this device's own time
 * @returns ISO 8601 in UTC; null for what is no time (cameras without a clock write zeros or blanks)
 */
export function exifInstant(time: unknown, offset: unknown): string | null {
  const parts = typeof time === 'string' ? /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(time) : null
  if (!parts) return null
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (year < 1990 || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59)
    return null
  const isOffset = typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset.trim())
  const iso = `${parts.slice(1, 4).join('-')}T${parts.slice(4, 7).join(':')}`
  const instant = isOffset ? new Date(`${iso}${offset.trim()}`) : new Date(year, month - 1, day, hour, minute, second)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}
