import { isRealTime, type LocalTime } from './local-time.ts'

/** What a text said: a local time, or an instant where the text carried its own offset or was a count since 1970. */
export type ReadTime =
  | { readonly kind: 'local'; readonly time: LocalTime; readonly hasTime: boolean }
  | { readonly kind: 'instant'; readonly ms: number }

/** Reads one text; null when it does not fit the format or is no real date. */
export type TimeReader = (text: string) => ReadTime | null

type Field = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'half' | 'offset'

const FIELDS: Record<string, { field: Field; pattern: string; isTime?: true }> = {
  yyyy: { field: 'year', pattern: '\\d{4}' },
  M: { field: 'month', pattern: '\\d{1,2}' },
  MM: { field: 'month', pattern: '\\d{1,2}' },
  d: { field: 'day', pattern: '\\d{1,2}' },
  dd: { field: 'day', pattern: '\\d{1,2}' },
  H: { field: 'hour', pattern: '\\d{1,2}', isTime: true },
  HH: { field: 'hour', pattern: '\\d{1,2}', isTime: true },
  h: { field: 'hour', pattern: '\\d{1,2}', isTime: true },
  hh: { field: 'hour', pattern: '\\d{1,2}', isTime: true },
  m: { field: 'minute', pattern: '\\d{1,2}', isTime: true },
  mm: { field: 'minute', pattern: '\\d{1,2}', isTime: true },
  s: { field: 'second', pattern: '\\d{1,2}', isTime: true },
  ss: { field: 'second', pattern: '\\d{1,2}', isTime: true },
  S: { field: 'fraction', pattern: '\\d{1,9}', isTime: true },
  SSS: { field: 'fraction', pattern: '\\d{1,9}', isTime: true },
  a: { field: 'half', pattern: 'AM|PM|A\\.M\\.|P\\.M\\.|上午|下午', isTime: true },
  XXX: { field: 'offset', pattern: 'Z|[+-]\\d{2}:?\\d{2}', isTime: true },
}

const TOKEN = /'([^']*)'|yyyy|MM?|dd?|HH?|hh?|mm?|ss?|SSS|S|XXX|a|[A-Za-z]+|[^A-Za-z']+/g

/** Without separators the widths are all that tells one number from the next. */
const FIXED_WIDTH = /^[yMdHms]+$/

const ISO =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/**
 * The reader of a format, or null when the format is none. A format is `iso` (a day, or a day and a time with or without
 * an offset), `unix-s`, `unix-ms`, or a pattern of `yyyy M MM d dd H HH h hh m mm s ss S a XXX` with everything else
 * standing for itself and letters between single quotes. A number may have one digit where the pattern has two. The
 * time of day in a pattern may be missing in the text: then the text is a day.
 */
export function timeReader(format: string): TimeReader | null {
  if (format === 'iso') return (text) => readMatch(ISO.exec(text), false)
  if (format === 'unix-s') return (text) => readCount(text, 1000)
  if (format === 'unix-ms') return (text) => readCount(text, 1)
  const pattern = regexOf(format)
  if (!pattern) return null
  const hasHalf = format.replace(/'[^']*'/g, '').includes('a')
  return (text) => readMatch(pattern.exec(text), hasHalf)
}

function regexOf(format: string): RegExp | null {
  const used = new Set<Field>()
  const isPacked = FIXED_WIDTH.test(format)
  let day = ''
  let time = ''
  let waiting = ''
  for (const [token, quoted] of format.matchAll(TOKEN)) {
    const known = quoted === undefined ? FIELDS[token] : undefined
    if (!known && quoted === undefined && /[A-Za-z]/.test(token)) return null
    if (!known) {
      waiting += (quoted ?? token).replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s+')
      continue
    }
    if (used.has(known.field)) return null
    used.add(known.field)
    const digits = isPacked ? `\\d{${token.length}}` : known.pattern
    const group = `${waiting}(?<${known.field}>${digits})`
    if (known.isTime || time !== '') time += group
    else day += group
    waiting = ''
  }
  if (!used.has('year') || !used.has('month') || !used.has('day')) return null
  // A sign after the last number (日, 时) belongs to what stands before it.
  if (time !== '') time += waiting
  else day += waiting
  const dayEnds = /^[年月日号时分秒]/.exec(time)
  if (dayEnds) [day, time] = [day + dayEnds[0], time.slice(1)]
  return new RegExp(`^${day}${time === '' ? '' : `(?:${time})?`}$`, 'i')
}

function readMatch(match: RegExpExecArray | null, hasHalf: boolean): ReadTime | null {
  if (!match) return null
  const { year, month, day, hour, minute, second, fraction, half, offset } = match.groups ?? {}
  const time: LocalTime = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: hasHalf ? hourOfHalf(Number(hour ?? 12), half ?? 'AM') : Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Number((fraction ?? '0').padEnd(3, '0').slice(0, 3)),
  }
  if (!isRealTime(time)) return null
  if (!offset) return { kind: 'local', time, hasTime: hour !== undefined }
  return { kind: 'instant', ms: instantWithOffset(time, offset) }
}

/** 12 AM is midnight and 12 PM noon; an hour that is on no twelve-hour clock becomes one that is on no clock at all. */
function hourOfHalf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return 24
  return (hour % 12) + (/^(p|下)/i.test(half) ? 12 : 0)
}

function instantWithOffset(time: LocalTime, offset: string): number {
  const { year, month, day, hour, minute, second, millisecond } = time
  const utc = Date.UTC(year, month - 1, day, hour, minute, second, millisecond)
  if (/^z$/i.test(offset)) return utc
  const hours = Number(offset.slice(1, 3))
  const minutes = Number(offset.slice(3).replace(':', '') || 0)
  return utc - (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

function readCount(text: string, unitMs: number): ReadTime | null {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return null
  const ms = Number(text) * unitMs
  return Math.abs(ms) <= 8.64e15 ? { kind: 'instant', ms } : null
}
