import type { Locale } from './define-messages.ts'

/** Making a formatter costs a hundred times what using it does, and a replay writes numbers many times a second. */
const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: Locale, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options?.style ?? ''}`
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locale, options)
  numberFormats.set(key, format)
  return format
}

/** 12,345 in the digits of the language. */
export function formatNumber(n: number, locale: Locale): string {
  return numberFormat(locale).format(n)
}

/** A share of 0 to 1 as a percentage with at most one decimal; never rounded up to 100 % or down to 0 %. */
export function formatShare(share: number, locale: Locale): string {
  const percent = numberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    roundingMode: 'halfExpand',
  })
  if (share > 0 && share < 0.001) return `<${percent.format(0.001)}`
  if (share < 1 && share > 0.999) return `>${percent.format(0.999)}`
  return percent.format(share)
}

/** The hour and minute of an ISO instant in a time zone. */
export function formatTime(instant: string, locale: Locale, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', hourCycle: 'h23', timeZone }).format(new Date(instant))
}

/** The day of an ISO instant in a time zone. */
export function formatDay(instant: string, locale: Locale, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(instant))
}

/** Day and time of an ISO instant in a time zone; a source that only knows the day gets only the day. */
export function formatInstant(
  instant: string,
  locale: Locale,
  timeZone?: string,
  precision: 'second' | 'day' = 'second',
): string {
  if (precision === 'day') return formatDay(instant, locale, timeZone)
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(instant))
}

/** The name of something in the language: the English one where there is one, else the Chinese one. */
export function nameIn(named: { name: string; nameEn: string | null }, locale: Locale): string {
  return locale === 'en' ? (named.nameEn ?? named.name) : named.name
}
