import type { Samples } from '../measure/samples.ts'
import { summaryOf } from '../measure/summary.ts'
import type { Check } from '../subjects/checks.ts'
import type { Verdict } from './targets.ts'

/** The tables for people: every measure at every size, the targets, the checks. Milliseconds. */
export function printReport(
  samples: Samples,
  sizes: readonly number[],
  verdicts: readonly Verdict[],
  checks: readonly Check[],
): void {
  const [smallest = 0, largest = 0] = [Math.min(...sizes), Math.max(...sizes)]
  const width = Math.max(30, ...samples.names.map((name) => name.length))
  console.log(
    `\n${'p50 / p95 / max ms'.padEnd(width)}${sizes.map((size) => label(size).padStart(24)).join('')}   ratio p50   p95`,
  )
  for (const name of samples.names) {
    const cells = sizes.map((size) => {
      const summary = summaryOf(samples.of([name], size))
      return summary ? [summary.p50, summary.p95, summary.max].map(ms).join(' / ') : '-'
    })
    const [top, base] = [largest, smallest].map((size) => summaryOf(samples.of([name], size)))
    const ratios =
      top && base ? `${times(top.p50 / base.p50).padStart(12)}${times(top.p95 / base.p95).padStart(6)}` : ''
    console.log(`${name.padEnd(width)}${cells.map((cell) => cell.padStart(24)).join('')}${ratios}`)
  }

  console.log(`\ntarget${' '.repeat(55)}of       base       top    ratio  limit`)
  for (const { what, of, base, top, ratio, limit, isMet } of verdicts) {
    const verdict = isMet === null ? 'not judged' : isMet ? 'met' : 'MISSED'
    const figures = [ms(base).padStart(8), ms(top).padStart(10), times(ratio).padStart(9), times(limit).padStart(7)]
    console.log(`${what.padEnd(61)}${of}${figures.join('')}  ${verdict}`)
  }

  console.log()
  for (const { what, size, isPassed, found } of checks) {
    console.log(`${isPassed ? 'ok    ' : 'FAILED'} ${what} at ${label(size)}: ${found}`)
  }
}

const ms = (value: number) => (value < 100 ? value.toFixed(1) : value.toFixed(0))
const times = (value: number) => value.toFixed(2)

/** 1000 → 1 k, 1000000 → 1 M. */
export function label(size: number): string {
  if (size % 1_000_000 === 0) return `${size / 1_000_000} M`
  return size % 1000 === 0 ? `${size / 1000} k` : String(size)
}
