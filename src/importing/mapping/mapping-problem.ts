import * as v from 'valibot'

/** What can be wrong at a place of a mapping; `shape` is everything that has no word of its own. */
export const MAPPING_PROBLEMS = [
  'not_json',
  'missing',
  'unknown_key',
  'empty',
  'time_zone',
  'date_format',
  'category_unknown',
  'campaign_unknown',
  'unit_unknown',
  'shape',
] as const

export type MappingProblemKind = (typeof MAPPING_PROBLEMS)[number]

/** A place in a mapping that cannot be right: its path (`reportedAt.format`), what should stand there, what does. */
export interface MappingProblem {
  readonly kind: MappingProblemKind
  readonly path: string
  readonly expected: string
  readonly received: string
}

/** What an issue of the schema says about a mapping; in a choice of shapes, what the shape that fits best lacks. */
export function problemOf(issue: v.BaseIssue<unknown>, parent = ''): MappingProblem {
  const own = v.getDotPath(issue) ?? ''
  const path = own && parent ? `${parent}.${own}` : own || parent
  const inner = issue.issues?.reduce((best, each) => (closeness(each) > closeness(best) ? each : best))
  if (issue.type === 'union' && inner) return problemOf(inner, path)
  return { kind: kindOf(issue), path, expected: issue.expected ?? '', received: issue.received }
}

/** A wrong value inside a shape means that the rest of the shape fitted; an unknown key says that it did not. */
function closeness(issue: v.BaseIssue<unknown>): number {
  const depth = (issue.path?.length ?? 0) * 4
  return depth + (issue.expected === 'never' ? 0 : issue.received === 'undefined' ? 1 : 2)
}

function kindOf(issue: v.BaseIssue<unknown>): MappingProblemKind {
  if (issue.type === 'check') return issue.message === 'time_zone' ? 'time_zone' : 'date_format'
  if (issue.type === 'non_empty') return 'empty'
  if (issue.expected === 'never') return 'unknown_key'
  return issue.received === 'undefined' ? 'missing' : 'shape'
}
