import { allTopics } from './topics/all-topics.ts'
import { codeSystemOf } from './topics/code-system.ts'
import type { DemoLimit } from './working-clock.ts'

/** What the township has written down for the categories of a campaign; for all others the shipped limits hold. */
const BY_CAMPAIGN: Record<string, DemoLimit> = {
  market: { amount: 2, unit: 'working_day' },
  small_ads: { amount: 3, unit: 'working_day' },
  cable: { amount: 15, unit: 'working_day' },
  municipal: { amount: 10, unit: 'working_day' },
  infrastructure: { amount: 20, unit: 'working_day' },
  dogs: { amount: 16, unit: 'working_hour' },
}

/** The limit of each category that has one of its own. */
export function demoLimits(): { codeSystem: string; code: string; limit: DemoLimit }[] {
  const limits = new Map<string, DemoLimit>()
  for (const { code, campaign } of allTopics) {
    const limit = campaign === null ? undefined : BY_CAMPAIGN[campaign]
    if (limit) limits.set(code, limit)
  }
  return [...limits].map(([code, limit]) => ({ codeSystem: codeSystemOf(code), code, limit }))
}
