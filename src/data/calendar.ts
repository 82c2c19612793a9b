import * as v from 'valibot'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { WorkCalendarDay } from '../domain/work-calendar.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import { readPages } from './read-pages.ts'
import { fetchSettings } from './settings.ts'
import {
  CalendarYearsShape,
  WorkCalendarDayShape,
  WorkingHoursShape,
  WorkingWeekdaysShape,
} from './shapes/calendar.ts'

/** Of which years anything is known; in any other the clock counts plain weekdays. */
export type CalendarYears = v.InferOutput<typeof CalendarYearsShape>
/** Spans of a working day, `08:00` to `12:00` and so on. */
export type WorkingHours = v.InferOutput<typeof WorkingHoursShape>

const COLUMNS = 'id, root_id, day, is_working, name, name_en'
const HOURS_BY_DEFAULT: WorkingHours = [
  ['08:00', '12:00'],
  ['14:00', '18:00'],
]
const WEEKDAYS_BY_DEFAULT = [1, 2, 3, 4, 5]

/** The shipped days and a root's own, by day; of two for one day the root's own counts (`workCalendar`). */
export async function fetchWorkCalendarDays(
  client: DataClient,
  root: number,
): Promise<Result<WorkCalendarDay[], Refusal>> {
  return readPages(WorkCalendarDayShape, (from, to) =>
    client
      .from('work_calendar_days')
      .select(COLUMNS)
      .or(`root_id.is.null,root_id.eq.${root}`)
      .order('day')
      .order('id')
      .range(from, to),
  )
}

/** Of which years the calendar knows something, with how many days are shipped and how many are the root's own. */
export async function fetchCalendarYears(client: DataClient, root: number): Promise<Result<CalendarYears, Refusal>> {
  return outcomeOf(await client.rpc('work_calendar_years', { p_root: root }), CalendarYearsShape)
}

/** Writes a root's own day, over what it said of it before. Refuses `not_allowed` to all but its admin. */
export async function saveWorkCalendarDay(
  client: DataClient,
  root: number,
  { day, isWorking, name, nameEn }: Pick<WorkCalendarDay, 'day' | 'isWorking' | 'name' | 'nameEn'>,
): Promise<Result<WorkCalendarDay, Refusal>> {
  const written = { is_working: isWorking, name, name_en: nameEn }
  const updated = outcomeOf(
    await client.from('work_calendar_days').update(written).eq('root_id', root).eq('day', day).select(COLUMNS),
    v.array(WorkCalendarDayShape),
  )
  if (!updated.ok) return updated
  const [row] = updated.value
  if (row) return ok(row)
  return outcomeOf(
    await client.from('work_calendar_days').insert({ root_id: root, day, ...written }).select(COLUMNS).single(),
    WorkCalendarDayShape,
  )
}

/** Takes a root's own day back: the shipped one holds again, or the weekday. Refuses `not_allowed` what is not there for the caller. */
export async function removeWorkCalendarDay(client: DataClient, id: number): Promise<Result<null, Refusal>> {
  const gone = outcomeOf(
    await client.from('work_calendar_days').delete().eq('id', id).select('id'),
    v.array(v.object({ id: v.number() })),
  )
  if (!gone.ok) return gone
  return gone.value.length === 1 ? ok(null) : { ok: false, error: { code: 'not_allowed' } }
}

/** When a root works: its settings, or what the clock takes where it has none. */
export async function fetchWorkingTime(
  client: DataClient,
  root: number,
): Promise<Result<{ hours: WorkingHours; weekdays: number[] }, Refusal>> {
  const settings = await fetchSettings(client, root, ['working_hours', 'working_weekdays'])
  if (!settings.ok) return settings
  const { value } = settings
  return ok({
    hours: v.parse(v.optional(WorkingHoursShape, HOURS_BY_DEFAULT), value.get('working_hours')),
    weekdays: v.parse(v.optional(WorkingWeekdaysShape, WEEKDAYS_BY_DEFAULT), value.get('working_weekdays')),
  })
}
