import type { MomentMapping } from '../mapping/hotspot-mapping.ts'
import { timeReader, type TimeReader } from '../times/date-pattern.ts'
import type { ColumnProfile } from './file-profile.ts'

/** The formats that are offered, those of spreadsheets here first; where day and month cannot be told apart, the first. */
export const DATE_FORMATS = [
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-dd',
  'yyyy/M/d H:mm:ss',
  'yyyy/M/d H:mm',
  'yyyy/M/d',
  'yyyy年M月d日 H:mm:ss',
  'yyyy年M月d日 H:mm',
  'yyyy年M月d日H时m分',
  'yyyy年M月d日',
  'yyyy.M.d H:mm',
  'yyyy.M.d',
  'yyyyMMddHHmmss',
  'yyyyMMdd',
  'iso',
  'MM/dd/yyyy hh:mm:ss a',
  'MM/dd/yyyy hh:mm a',
  'MM/dd/yyyy HH:mm:ss',
  'MM/dd/yyyy HH:mm',
  'MM/dd/yyyy',
  'dd/MM/yyyy HH:mm:ss',
  'dd/MM/yyyy HH:mm',
  'dd/MM/yyyy',
  'dd.MM.yyyy HH:mm',
  'dd.MM.yyyy',
  'unix-ms',
  'unix-s',
] as const

/** A day has 86,400 seconds: this many times more midnights than chance would give are no chance. */
const SUSPICIOUS = 100
const SECONDS_OF_A_DAY = 86_400

/**
 * How the times of a column are written: the format that reads most of the sample (nine in ten at least), and whether
 * midnights are so frequent beside other times that they stand for whole days. Null when no format fits.
 */
export function guessMoment(column: ColumnProfile): MomentMapping | null {
  const { format, share } = bestFormat(column.sample)
  if (share < 0.9) return null
  const read = timeReader(format)!
  const withTime = column.sample.filter((text) => hasTime(read, text))
  const midnights = withTime.filter((text) => isMidnight(read, text)).length
  const isDay = midnights > 1 && midnights > (withTime.length / SECONDS_OF_A_DAY) * SUSPICIOUS
  return { column: column.name, format, ...(isDay && { midnightIsDay: true }) }
}

function bestFormat(sample: readonly string[]): { format: string; share: number } {
  let best = { format: '', share: 0 }
  for (const format of DATE_FORMATS) {
    const read = timeReader(format)!
    const share = sample.filter((text) => isPlausible(read, text)).length / Math.max(sample.length, 1)
    if (share > best.share) best = { format, share }
  }
  return best
}

/** A number of any kind is some count of seconds; only those of this century and the last are meant as one. */
function isPlausible(read: TimeReader, text: string): boolean {
  const found = read(text)
  if (!found) return false
  if (found.kind === 'local') return found.time.year >= 1900 && found.time.year <= 2100
  return found.ms > Date.UTC(1971, 0, 1) && found.ms < Date.UTC(2100, 0, 1)
}

function hasTime(read: TimeReader, text: string): boolean {
  const found = read(text)
  return found?.kind === 'local' && found.hasTime
}

function isMidnight(read: TimeReader, text: string): boolean {
  const found = read(text)
  if (found?.kind !== 'local') return false
  const { hour, minute, second, millisecond } = found.time
  return hour + minute + second + millisecond === 0
}
