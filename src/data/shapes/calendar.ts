import * as v from 'valibot'
import { LIMIT_UNITS } from '../../domain/clock.ts'

const Day = v.pipe(v.string(), v.isoDate())
const Text = v.nullable(v.string())

/** A row of the work calendar; the shipped ones have no root. */
export const WorkCalendarDayShape = v.pipe(
  v.object({
    id: v.number(),
    root_id: v.nullable(v.number()),
    day: Day,
    is_working: v.boolean(),
    name: v.string(),
    name_en: Text,
  }),
  v.transform((row) => ({
    id: row.id,
    day: row.day,
    isWorking: row.is_working,
    name: row.name,
    nameEn: row.name_en,
    isShipped: row.root_id === null,
  })),
)

/** What `work_calendar_years(p_root)` answers. */
export const CalendarYearsShape = v.array(
  v.object({ year: v.number(), shippedDays: v.number(), ownDays: v.number() }),
)

/** A row of the limits; the shipped ones have no root, those for any category none. */
export const TimeLimitShape = v.pipe(
  v.object({
    id: v.number(),
    root_id: v.nullable(v.number()),
    category_id: v.nullable(v.number()),
    urgent: v.boolean(),
    amount: v.number(),
    unit: v.picklist(LIMIT_UNITS),
  }),
  v.transform(({ root_id: rootId, category_id: categoryId, ...limit }) => ({
    ...limit,
    categoryId,
    isShipped: rootId === null,
  })),
)

const Clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/))

/** The setting `working_hours`: spans of a day. */
export const WorkingHoursShape = v.pipe(v.array(v.tuple([Clock, Clock])), v.minLength(1))

/** The setting `working_weekdays`, Monday = 1. */
export const WorkingWeekdaysShape = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
  v.minLength(1),
)
