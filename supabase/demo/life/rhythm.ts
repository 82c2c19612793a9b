import { sumsOf } from './chance.ts'
import { beginOfDay, DAY_MS, HOUR_MS, monthOf, weekdayOf } from './calendar.ts'
import type { DemoCampaign } from './campaigns.ts'
import type { NamedTopic } from './topics/all-topics.ts'
import type { DayTime } from './topics/topic.ts'

/** How far back the demo looks. */
export const DAYS = 365

/** A day of the demo: which problems are found, and at what hours. */
export interface Day {
  readonly beginsAt: number
  /** How much is found, in relation to other days. */
  readonly weight: number
  /** Rising sums over the hours. */
  readonly hourSums: Float64Array
  /** By hour: rising sums over the topics. */
  readonly topicSums: readonly Float64Array[]
}

/** Share of a day's finds by hour. */
const HOURS: Record<DayTime, readonly number[]> = {
  day: hours({ 7: 2, 8: 7, 9: 9, 10: 9, 11: 6, 12: 2, 13: 3, 14: 7, 15: 8, 16: 7, 17: 4, 18: 1 }),
  early: hours({ 5: 4, 6: 10, 7: 12, 8: 9, 9: 5, 10: 3, 11: 1, 15: 1, 16: 2, 17: 2 }),
  school: hours({ 7: 10, 8: 3, 10: 1, 11: 6, 13: 3, 15: 4, 16: 12, 17: 7 }),
  evening: hours({ 8: 1, 10: 1, 16: 1, 17: 2, 18: 5, 19: 9, 20: 9, 21: 5, 22: 1 }),
  stroll: hours({ 6: 5, 7: 6, 8: 4, 9: 4, 10: 3, 14: 2, 15: 4, 16: 5, 17: 7, 18: 6, 19: 3 }),
}
/** Sunday first: offices find less at weekends. */
const WEEK = [0.62, 1.12, 1.05, 1.02, 1.04, 1.1, 0.74]

/** The days of the twelve months before today, and what of today has passed. */
export function daysBefore(
  today: string,
  untilHour: number,
  topics: readonly NamedTopic[],
  campaigns: readonly DemoCampaign[],
): Day[] {
  const todayAt = beginOfDay(today)
  const startAt = new Map(campaigns.map(({ slug, startsOn }) => [slug, beginOfDay(startsOn)]))
  const lastHour = Math.floor(untilHour)
  return Array.from({ length: DAYS + 1 }, (_, i) => {
    const beginsAt = todayAt - (DAYS - i) * DAY_MS
    return dayAt(beginsAt, i === DAYS ? lastHour : 24, topics, startAt)
  })
}

function dayAt(
  beginsAt: number,
  lastHour: number,
  topics: readonly NamedTopic[],
  startAt: ReadonlyMap<string, number>,
): Day {
  const weights = topics.map((topic) => weightOn(topic, beginsAt, startAt))
  const topicSums = Array.from({ length: lastHour }, (_, hour) =>
    sumsOf(topics.map(({ when }, t) => (weights[t] ?? 0) * (HOURS[when][hour] ?? 0))),
  )
  const hourSums = sumsOf(topicSums.map((sums) => sums[sums.length - 1] ?? 0))
  return { beginsAt, weight: hourSums[hourSums.length - 1] ?? 0, hourSums, topicSums }
}

/** Before its campaign little is written down; when it starts, a wave of it. */
function weightOn(topic: NamedTopic, at: number, startAt: ReadonlyMap<string, number>): number {
  const weekday = weekdayOf(at)
  const isWeekend = weekday === 0 || weekday === 6
  const { season } = topic
  const inSeason = season?.months.includes(monthOf(at))
  const seasonal = !season ? 1 : inSeason ? season.factor : season.isBound ? 0 : 1
  const days = topic.campaign ? (at - (startAt.get(topic.campaign) ?? at)) / DAY_MS : 0
  const campaign = !topic.campaign ? 0.8 : days < 0 ? 0.5 : 1.05 + 1.15 * Math.exp(-(((days - 16) / 13) ** 2))
  return topic.weight * (WEEK[weekday] ?? 1) * (isWeekend ? (topic.weekend ?? 1) : 1) * seasonal * campaign
}

function hours(given: Record<number, number>): number[] {
  const total = Object.values(given).reduce((sum, share) => sum + share, 0)
  return Array.from({ length: 24 }, (_, hour) => (given[hour] ?? 0) / total)
}

/** The instant (ms, whole seconds) of a share of a day's finds: 0 its first, 1 its last. */
export function momentOf(day: Day, hour: number, share: number): number {
  const before = day.hourSums[hour - 1] ?? 0
  const within = (share * day.weight - before) / ((day.hourSums[hour] ?? 1) - before)
  const seconds = Math.floor(Math.min(0.9999, Math.max(0, within)) * 3600)
  return day.beginsAt + hour * HOUR_MS + seconds * 1000
}
