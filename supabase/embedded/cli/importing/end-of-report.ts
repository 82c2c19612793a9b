import type { RowReason, RowWarning } from '../../../../src/domain/import-reason.ts'
import type { ImportReport } from '../../../../src/importing/running/import-report.ts'
import type { Say } from '../../../../src/importing/telling/say.ts'
import type { ImportArguments } from './arguments.ts'

/** The one line that `--json` ends with. */
export function countsLine({ rows, outcomes, inArea, noArea }: ImportReport): string {
  const { new: fresh, updated, unchanged, refused, conflict } = outcomes
  return JSON.stringify({ rows, new: fresh, updated, unchanged, refused, conflict, inArea, noArea })
}

/** The sentences that an import ends with. */
export function closingSentences(report: ImportReport, given: ImportArguments, say: Say): string[] {
  const { rows, outcomes, inArea, noArea } = report
  const counts = { rows, ...outcomes, inArea, noArea }
  const reasons = Object.entries(report.refused) as [RowReason, number][]
  const warnings = Object.entries(report.warnings) as [RowWarning, number][]
  return [
    say(given.kind === 'areas' ? 'command.summaryAreas' : 'command.summary', counts),
    ...reasons.map(([reason, n]) => say('command.reasonCount', { n, sentence: say(`row.${reason}`) })),
    ...warnings.map(([warning, n]) => say('command.warningCount', { n, sentence: say(`warning.${warning}`) })),
    ...(given.refused !== null && !given.check && outcomes.refused > 0
      ? [say('command.refusedWritten', { path: given.refused })]
      : []),
    ...(given.dryRun || given.check ? [say('command.dryRun')] : []),
  ]
}
