import type { Town } from '../town/town.ts'
import { Chance, indexAt } from './chance.ts'
import { CaseMaker } from './case-maker.ts'
import { demoCampaigns } from './campaigns.ts'
import type { DemoHotspot } from './demo-hotspot.ts'
import type { DemoOptions } from './demo-options.ts'
import { DAYS, daysBefore, momentOf } from './rhythm.ts'

/**
 * Twelve months of invented cases in order of report, each with its whole life up to the end of the demo. Lazy: what it holds does not grow with
 * their number, so ten million can be streamed. The choices of a case come from a stream of chance of its own.
 */
export function* demoHotspots(town: Town, options: DemoOptions): Generator<DemoHotspot, void, undefined> {
  const { today, hotspots, untilHour = 0, seed } = options
  const maker = new CaseMaker(town, options, hotspots / DAYS)
  const days = daysBefore(today, untilHour, maker.topics, demoCampaigns(today))
  const whole = days.reduce((sum, { weight }) => sum + weight, 0)
  const chance = new Chance(seed, 0)
  let no = 0
  let passed = 0
  for (const day of days) {
    passed += day.weight
    const first = no
    const last = Math.round((hotspots * passed) / whole)
    while (no < last) {
      no += 1
      chance.restart(seed, no)
      // One in each equal share of the day: in order without sorting.
      const share = (no - 1 - first + chance.next()) / (last - first)
      const hour = indexAt(day.hourSums, share)
      const topic = maker.topics[indexAt(day.topicSums[hour] ?? [], chance.next())]
      if (topic) yield maker.make(no, topic, momentOf(day, hour, share), chance)
    }
  }
}
