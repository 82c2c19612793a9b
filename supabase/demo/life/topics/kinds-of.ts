import type { SitesOfKind } from '../ground/survey.ts'
import type { SiteKind, Topic } from './topic.ts'

/** Where in this town a problem may be found, and how often; empty when the town has no such site. */
export function kindsOf(
  topic: Topic,
  sites: ReadonlyMap<SiteKind, SitesOfKind>,
): { sitesOfKind: SitesOfKind; weight: number }[] {
  return Object.entries(topic.where).flatMap(([kind, weight]) => {
    const sitesOfKind = sites.get(kind as SiteKind)
    return sitesOfKind ? [{ sitesOfKind, weight }] : []
  })
}
