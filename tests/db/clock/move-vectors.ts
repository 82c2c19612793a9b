/** What a pause does to a deadline, worked out by hand for a town as shipped: `left` is what was left when it began. */
export const PAUSE_VECTORS = `
from             | amount | unit         | due              | paused           | left   | resumed          | due again        | why
2026-11-16 10:00 | 2      | working_day  | 2026-11-18 10:00 | 2026-11-17 10:00 | 1      | 2026-11-20 10:00 | 2026-11-23 10:00 | one of two days is left, and a weekend comes
2026-11-19 10:00 | 2      | working_day  | 2026-11-23 10:00 | 2026-11-20 16:00 | 0.5    | 2026-11-23 09:00 | 2026-11-23 15:00 | across a weekend: four hours are left, three before lunch
2026-11-19 10:00 | 2      | working_day  | 2026-11-23 10:00 | 2026-11-21 12:00 | 0.25   | 2026-11-22 20:00 | 2026-11-23 10:00 | within a weekend nothing runs, so nothing moves
2026-09-29 10:00 | 3      | working_day  | 2026-10-09 10:00 | 2026-09-30 12:00 | 1.75   | 2026-10-12 14:00 | 2026-10-14 10:00 | across 国庆: of 24 hours 14 are left, 4 + 8 + 2
2026-02-13 14:00 | 2      | working_day  | 2026-02-24 12:00 | 2026-02-14 14:00 | 1      | 2026-02-24 14:00 | 2026-02-25 12:00 | across 春节, paused on a worked Saturday
2026-11-16 10:00 | 2      | working_day  | 2026-11-18 10:00 | 2026-11-18 15:00 | -0.375 | 2026-11-23 09:00 | 2026-11-20 16:00 | three hours overdue before, three hours overdue after
2026-11-16 10:00 | 1      | working_day  | 2026-11-17 10:00 | 2026-11-16 18:00 | 0.25   | 2026-11-17 08:00 | 2026-11-17 10:00 | a night's pause costs nothing
2026-11-16 08:00 | 8      | working_hour | 2026-11-16 18:00 | 2026-11-16 12:30 | 4      | 2026-11-16 13:30 | 2026-11-16 18:00 | a pause at lunch costs nothing
2026-11-20 10:00 | 24     | urgent_hour  | 2026-11-21 10:00 | 2026-11-20 22:00 | 12     | 2026-11-22 06:00 | 2026-11-22 18:00 | by the hour, over two nights
2026-02-14 10:00 | 3      | urgent_day   | 2026-02-17 10:00 | 2026-02-15 10:00 | 2      | 2026-02-20 10:00 | 2026-02-22 10:00 | two of three days are left, in the middle of 春节
2026-11-16 10:00 | 10     | calendar_day | 2026-11-26 10:00 | 2026-11-18 22:00 | 7.5    | 2026-11-20 08:00 | 2026-11-27 20:00 | seven and a half days are left
2026-11-16 10:00 | 2      | urgent_hour  | 2026-11-16 12:00 | 2026-11-16 13:00 | -1     | 2026-11-17 09:00 | 2026-11-17 08:00 | an hour overdue before, an hour overdue after
`

/** What a granted extension does: from the deadline when it is granted in time, from the grant when it is already overdue. */
export const EXTENSION_VECTORS = `
due              | granted          | days | unit         | due again        | why
2026-11-18 10:00 | 2026-11-17 09:00 | 2    | working_day  | 2026-11-20 10:00 | in time
2026-11-18 10:00 | 2026-11-20 15:00 | 2    | working_day  | 2026-11-24 15:00 | overdue: two days from now, over a weekend
2026-11-18 10:00 | 2026-11-22 20:00 | 1    | working_day  | 2026-11-23 18:00 | overdue, granted on a Sunday: the whole Monday
2026-09-30 10:00 | 2026-09-29 09:00 | 3    | working_day  | 2026-10-10 10:00 | over 国庆: 8, 9 and the worked Saturday
2026-11-20 18:00 | 2026-11-20 08:00 | 1    | working_day  | 2026-11-23 18:00 | Friday's end to Monday's end
2026-02-14 12:00 | 2026-02-13 12:00 | 1    | working_day  | 2026-02-24 12:00 | over 春节
2026-11-21 10:00 | 2026-11-20 10:00 | 3    | calendar_day | 2026-11-24 10:00 | in time, days of the calendar
2026-11-21 10:00 | 2026-11-25 16:00 | 3    | calendar_day | 2026-11-28 16:00 | overdue, days of the calendar
`
