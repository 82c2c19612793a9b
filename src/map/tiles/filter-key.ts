import type { HotspotFilter } from '../../domain/filter.ts'

/** One text for one meaning: the key under which the tiles of a filter are fetched and kept. */
export function filterKey(filter: HotspotFilter): string {
  const sorted = (values: readonly number[] | undefined) => values && [...new Set(values)].sort((a, b) => a - b)
  return JSON.stringify([
    filter.root,
    filter.area ?? null,
    filter.campaign ?? null,
    sorted(filter.states) ?? null,
    sorted(filter.categories) ?? null,
    filter.from ?? null,
    filter.to ?? null,
    filter.overdue ?? false,
  ])
}
