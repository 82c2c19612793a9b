import type { BoundaryFlaw } from '../../geo/boundary-flaw.ts'
import type { RowReason } from '../../domain/import-reason.ts'
import type { FileRefusal } from '../files/file-refusal.ts'
import type { MappingProblem } from '../mapping/mapping-problem.ts'
import type { Say } from './say.ts'

/** Six decimals are a decimetre. */
const DECIMALS = 6

/** The sentence about a refused file. */
export function tellFileRefusal(refusal: FileRefusal, say: Say): string {
  const { code, line, column, names, doubles, reason, count, rows, found } = refusal
  return say(`file.${code}`, {
    line: line ?? '',
    column: column ?? '',
    count: count ?? '',
    rows: rows ?? '',
    found: found ?? '',
    names: names?.join(say('listComma')) ?? '',
    doubles: doubles?.map((double) => tellDouble(double, say)).join(say('listComma')) ?? '',
    reason: reason ? say(`row.${reason}`) : '',
  })
}

function tellDouble({ key, lines }: { key: string; lines: readonly number[] }, say: Say): string {
  return say('double', { key, lines: lines.join(say('listComma')) })
}

/** The sentence about a refused row, with what was found and, for a boundary, what is wrong with it and where. */
export function tellRowRefusal(
  refused: { readonly reason: RowReason; readonly found?: string; readonly flaw?: BoundaryFlaw },
  say: Say,
): string {
  const sentence = say(`row.${refused.reason}`)
  if (refused.flaw) return say('rowBecause', { sentence: withoutStop(sentence), detail: tellFlaw(refused.flaw, say) })
  return refused.found ? say('rowFound', { sentence: withoutStop(sentence), found: refused.found }) : sentence
}

function tellFlaw({ kind, at }: BoundaryFlaw, say: Say): string {
  const flaw = say(`flaw.${kind}`)
  if (!at) return flaw
  const [lng, lat] = at.map((degrees) => String(Number(degrees.toFixed(DECIMALS)))) as [string, string]
  return say('flawAt', { flaw, lng, lat })
}

function withoutStop(sentence: string): string {
  return sentence.replace(/[.。]$/, '')
}

/** The sentence about something in a mapping that cannot be right. */
export function tellMappingProblem(problem: MappingProblem, say: Say): string {
  const { kind, path, expected, received } = problem
  return say(`mappingProblem.${kind}`, { path, expected, received })
}
