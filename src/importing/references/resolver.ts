import type { HotspotImportRow } from '../../domain/import-row.ts'
import { ok, refused, type Result } from '../../domain/result.ts'
import type { JudgedHotspot } from '../judging/hotspot-judge.ts'
import type { CategoryRef, HotspotMapping } from '../mapping/hotspot-mapping.ts'
import type { Choice } from '../mapping/choice.ts'
import type { MappingProblem } from '../mapping/mapping-problem.ts'
import type { References } from './references.ts'

/** Turns the words of a judged row into the ids of one database. */
export interface Resolver {
  /** Tells the resolver of categories, code to id, that were made or found for a code system of the source's own. */
  learn(codeSystem: string, ids: ReadonlyMap<string, number>): void
  /** The row to send. An own category nobody has told of stands for any other: only a dry run may ask that early. */
  rowOf(judged: JudgedHotspot, i: number): HotspotImportRow
}

/** The resolver of a mapping, or the words in it that stand for nothing in this database. */
export function resolverOf(mapping: HotspotMapping, references: References): Result<Resolver, MappingProblem[]> {
  const categories = new Map(references.categories.map((category) => [nameOf(category), category.id]))
  // A root's own row comes after a shared one of the same code and wins.
  for (const category of references.categories)
    if (category.rootId !== null) categories.set(nameOf(category), category.id)
  const campaigns = idsByName(
    references.campaigns.flatMap(({ id, slug, name, nameEn }) => [
      [slug, id],
      [name, id],
      [nameEn, id],
    ]),
  )
  const units = idsByName(
    references.units.flatMap(({ id, name, nameEn }) => [
      [name, id],
      [nameEn, id],
    ]),
  )
  const problems = [
    ...unknown(
      'category',
      categoriesIn(mapping),
      (ref) => categories.has(nameOf(ref)),
      (ref) => `${ref.codeSystem} ${ref.code}`,
    ),
    ...unknown('campaign', valuesIn(mapping.campaign), (name) => campaigns.has(name), String),
    ...unknown('unit', valuesIn(mapping.unit), (name) => units.has(name), String),
  ]
  if (problems.length > 0) return refused(problems)
  const stranger = references.categories[0]?.id ?? 0

  return ok({
    learn: (codeSystem, ids) => ids.forEach((id, code) => categories.set(nameOf({ codeSystem, code }), id)),
    rowOf: ({ category, ownCategory: _own, campaign, unit, ...row }, i) => ({
      i,
      ...row,
      categoryId: categories.get(nameOf(category)) ?? stranger,
      ...(campaign !== undefined && { campaignId: campaigns.get(campaign)! }),
      ...(unit !== undefined && { unitId: units.get(unit)! }),
    }),
  })
}

function nameOf({ codeSystem, code }: CategoryRef): string {
  return `${codeSystem}\n${code}`
}

function idsByName(pairs: (readonly [string | null, number])[]): Map<string, number> {
  return new Map(pairs.flatMap(([name, id]) => (name === null ? [] : [[name, id] as const])))
}

function categoriesIn({ category }: HotspotMapping): CategoryRef[] {
  if ('constant' in category) return [category.constant]
  return [...Object.values(category.values ?? {}), ...(category.otherwise ? [category.otherwise] : [])]
}

function valuesIn(choice: Choice<string> | undefined): string[] {
  if (!choice) return []
  if ('constant' in choice) return [choice.constant]
  return [...Object.values(choice.values), ...(choice.otherwise ? [choice.otherwise] : [])]
}

function unknown<T>(
  what: 'category' | 'campaign' | 'unit',
  used: readonly T[],
  isKnown: (value: T) => boolean,
  show: (value: T) => string,
): MappingProblem[] {
  const names = new Set(used.filter((value) => !isKnown(value)).map(show))
  return [...names].map((received) => ({ kind: `${what}_unknown`, path: what, expected: '', received }))
}
