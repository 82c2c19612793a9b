import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Samples } from '../measure/samples.ts'
import { summaryOf } from '../measure/summary.ts'
import type { Check } from '../subjects/checks.ts'
import type { Verdict } from './targets.ts'

/** Everything that was printed, for programs. Milliseconds. */
export function writeJson(
  file: string,
  samples: Samples,
  sizes: readonly number[],
  verdicts: readonly Verdict[],
  checks: readonly Check[],
): void {
  const measures = samples.names.map((name) => ({
    name,
    sizes: Object.fromEntries(sizes.map((size) => [size, summaryOf(samples.of([name], size))])),
  }))
  const machine = { node: process.version, platform: process.platform, cpus: cpus().length, cpu: cpus()[0]?.model }
  const report = { at: new Date().toISOString(), machine, measures, verdicts, checks }
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}
