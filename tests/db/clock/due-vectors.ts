/**
 * When a limit has run out, worked out by hand with a calendar on the table. All times are the town's own.
 *
 * - `plain`: as shipped: Asia/Shanghai, Monday to Friday, 08–12 and 14–18, China's official calendar of 2025 and 2026
 * - `early`: Monday to Saturday, 07:30–11:30 and 13:00–17:30 (8.5 h a day); its own fair on Wednesday 18 November is free, and it works
 *   on Monday 5 October, which is a holiday everywhere else
 * - `night`: 00–06 and 22–24 (8 h a day)
 * - `york`: as shipped, in America/New_York, where 8 March 2026 has 23 hours and 1 November 25
 */
export const DUE_VECTORS = `
town  | from             | amount | unit         | due              | why
plain | 2026-11-16 09:00 |  1     | working_hour | 2026-11-16 10:00 | a Monday like any other
plain | 2026-11-16 09:00 |  3     | working_hour | 2026-11-16 12:00 | the end of the morning, not 14:00
plain | 2026-11-16 09:00 |  4     | working_hour | 2026-11-16 15:00 | lunch is no working time
plain | 2026-11-16 11:30 |  1     | working_hour | 2026-11-16 14:30 | half before lunch, half after it
plain | 2026-11-16 11:50 |  0.25  | working_hour | 2026-11-16 14:05 | ten minutes and five
plain | 2026-11-16 12:00 |  1     | working_hour | 2026-11-16 15:00 | begins exactly at noon
plain | 2026-11-16 13:00 |  2     | working_hour | 2026-11-16 16:00 | begins at lunch
plain | 2026-11-16 14:00 |  4     | working_hour | 2026-11-16 18:00 | begins and ends with the afternoon
plain | 2026-11-16 10:00 |  6     | working_hour | 2026-11-16 18:00 | the end of the day, not 08:00 of the next
plain | 2026-11-16 10:00 |  6.5   | working_hour | 2026-11-17 08:30 | half an hour too much for the day
plain | 2026-11-16 18:00 |  2     | working_hour | 2026-11-17 10:00 | begins exactly at 18:00
plain | 2026-11-16 21:30 |  2     | working_hour | 2026-11-17 10:00 | reported in the evening
plain | 2026-11-16 06:15 |  2     | working_hour | 2026-11-16 10:00 | reported before work
plain | 2026-11-16 08:00 |  8     | working_hour | 2026-11-16 18:00 | one whole day
plain | 2026-11-16 00:00 |  8     | working_hour | 2026-11-16 18:00 | from midnight the day is whole
plain | 2026-11-16 23:59 |  8     | working_hour | 2026-11-17 18:00 | a minute before midnight
plain | 2026-11-20 17:00 |  2     | working_hour | 2026-11-23 09:00 | over a weekend
plain | 2026-11-21 10:00 |  4     | working_hour | 2026-11-23 12:00 | begins on a Saturday
plain | 2026-11-22 23:30 |  1     | working_hour | 2026-11-23 09:00 | begins on Sunday night
plain | 2026-11-16 08:00 |  40    | working_hour | 2026-11-20 18:00 | one whole week
plain | 2026-11-16 10:00 |  40    | working_hour | 2026-11-23 10:00 | five days of eight hours
plain | 2026-11-16 10:00 |  1     | working_day  | 2026-11-17 10:00 | a day is eight working hours
plain | 2026-11-16 08:00 |  1     | working_day  | 2026-11-16 18:00 | from the start of work, the same day's end
plain | 2026-11-16 00:00 |  1     | working_day  | 2026-11-16 18:00 | from midnight, the same day's end
plain | 2026-11-16 12:00 |  1     | working_day  | 2026-11-17 12:00 | begins exactly at noon
plain | 2026-11-16 13:00 |  1     | working_day  | 2026-11-17 12:00 | at lunch the morning is done
plain | 2026-11-16 14:00 |  1     | working_day  | 2026-11-17 12:00 | four hours today, four tomorrow: the end of the morning
plain | 2026-11-16 10:00 |  0.5   | working_day  | 2026-11-16 16:00 | half a day is four hours
plain | 2026-11-16 10:00 |  5     | working_day  | 2026-11-23 10:00 | a week
plain | 2026-11-20 10:00 |  1     | working_day  | 2026-11-23 10:00 | Friday to Monday
plain | 2026-11-20 18:00 |  1     | working_day  | 2026-11-23 18:00 | Friday's end to Monday's end
plain | 2026-11-20 19:00 |  1     | working_day  | 2026-11-23 18:00 | Friday evening is as Friday's end
plain | 2026-11-21 10:00 |  1     | working_day  | 2026-11-23 18:00 | from a Saturday: the whole Monday
plain | 2026-11-22 10:00 |  0     | working_day  | 2026-11-22 10:00 | nothing is nothing, on a Sunday too
plain | 2026-09-30 10:00 |  1     | working_day  | 2026-10-08 10:00 | 国庆 1–7 October
plain | 2026-09-30 17:00 |  2     | working_hour | 2026-10-08 09:00 | 国庆, by the hour
plain | 2026-10-01 12:00 |  1     | working_day  | 2026-10-08 18:00 | begins on a holiday
plain | 2026-10-07 23:59 |  1     | working_hour | 2026-10-08 09:00 | the last minute of 国庆
plain | 2026-10-09 10:00 |  1     | working_day  | 2026-10-10 10:00 | 调休: Saturday 10 October is worked
plain | 2026-10-09 10:00 |  2     | working_day  | 2026-10-12 10:00 | that Saturday, then Monday
plain | 2026-10-10 15:00 |  1     | working_day  | 2026-10-12 15:00 | begins on a worked Saturday
plain | 2026-09-18 10:00 |  1     | working_day  | 2026-09-20 10:00 | 调休: Sunday 20 September is worked, Saturday is not
plain | 2026-09-20 17:00 |  2     | working_hour | 2026-09-21 09:00 | begins on a worked Sunday
plain | 2026-09-24 10:00 |  1     | working_day  | 2026-09-28 10:00 | 中秋 25–27 September
plain | 2026-09-24 10:00 |  5     | working_day  | 2026-10-09 10:00 | 中秋 and 国庆: 28, 29, 30, 8, 9
plain | 2026-02-13 16:00 |  1     | working_day  | 2026-02-14 16:00 | 调休: Saturday before 春节
plain | 2026-02-14 16:00 |  1     | working_day  | 2026-02-24 16:00 | 春节 15–23 February
plain | 2026-02-13 10:00 |  10    | working_hour | 2026-02-14 12:00 | six hours on Friday, four on Saturday
plain | 2026-02-14 18:00 |  0.5   | working_hour | 2026-02-24 08:30 | the evening before 春节
plain | 2026-02-10 10:00 |  5     | working_day  | 2026-02-24 10:00 | 11, 12, 13, Saturday 14, 24
plain | 2026-02-27 10:00 |  1     | working_day  | 2026-02-28 10:00 | 调休: Saturday after 春节
plain | 2026-02-27 10:00 |  2     | working_day  | 2026-03-02 10:00 | that Saturday, then Monday 2 March
plain | 2026-04-03 10:00 |  1     | working_day  | 2026-04-07 10:00 | 清明 4–6 April, a Monday among them
plain | 2026-04-30 10:00 |  1     | working_day  | 2026-05-06 10:00 | 劳动节 1–5 May
plain | 2026-04-30 10:00 |  4     | working_day  | 2026-05-09 10:00 | 6, 7, 8, Saturday 9 May
plain | 2026-05-09 10:00 |  1     | working_day  | 2026-05-11 10:00 | from that Saturday to Monday
plain | 2026-06-18 17:30 |  1     | working_hour | 2026-06-22 08:30 | 端午 19–21 June
plain | 2025-12-31 17:00 |  2     | working_hour | 2026-01-04 09:00 | 元旦 1–3 January, Sunday 4 is worked
plain | 2025-12-31 10:00 |  2     | working_day  | 2026-01-05 10:00 | Sunday 4, Monday 5 January
plain | 2026-12-31 10:00 |  1     | working_day  | 2027-01-01 10:00 | 2027 is not shipped: Friday 1 January counts as its weekday
plain | 2025-09-30 10:00 |  1     | working_day  | 2025-10-09 10:00 | 国庆 and 中秋 of 2025, 1–8 October
plain | 2025-01-24 10:00 |  1     | working_day  | 2025-01-26 10:00 | 调休: Sunday before 春节 of 2025
plain | 2025-01-27 10:00 |  1     | working_day  | 2025-02-05 10:00 | 春节 of 2025, 28 January to 4 February
plain | 2026-11-20 23:00 |  2     | urgent_hour  | 2026-11-21 01:00 | runs over midnight
plain | 2026-11-20 17:00 |  24    | urgent_hour  | 2026-11-21 17:00 | runs on a Saturday
plain | 2026-10-01 08:00 |  4     | urgent_hour  | 2026-10-01 12:00 | runs on a holiday
plain | 2026-11-16 11:30 |  1     | urgent_hour  | 2026-11-16 12:30 | runs at lunch
plain | 2026-12-31 23:30 |  1     | urgent_hour  | 2027-01-01 00:30 | runs over the new year
plain | 2026-11-20 10:00 |  1     | urgent_day   | 2026-11-21 10:00 | 24 hours, a Saturday or not
plain | 2026-02-14 18:00 |  3     | urgent_day   | 2026-02-17 18:00 | runs through 春节
plain | 2026-11-16 20:00 |  0.5   | urgent_day   | 2026-11-17 08:00 | half of it is twelve hours
plain | 2026-11-20 10:00 |  3     | calendar_day | 2026-11-23 10:00 | Saturday and Sunday are days
plain | 2026-02-14 10:00 |  10    | calendar_day | 2026-02-24 10:00 | holidays are days
plain | 2026-02-27 10:00 |  2     | calendar_day | 2026-03-01 10:00 | February has 28
plain | 2026-12-30 09:00 |  5     | calendar_day | 2027-01-04 09:00 | into the next year
plain | 2026-11-16 00:00 |  1     | calendar_day | 2026-11-17 00:00 | midnight to midnight
plain | 2026-11-16 10:00 |  1.5   | calendar_day | 2026-11-17 22:00 | half a day is twelve hours
plain | 2026-11-23 10:00 | -1     | working_hour | 2026-11-23 09:00 | back
plain | 2026-11-23 10:00 | -2     | working_hour | 2026-11-20 18:00 | back to Friday's end, which is no later than Monday's start
plain | 2026-11-23 08:00 | -1     | working_hour | 2026-11-20 17:00 | back over a weekend
plain | 2026-11-16 14:30 | -1     | working_hour | 2026-11-16 11:30 | back over lunch
plain | 2026-11-16 15:00 | -1     | working_hour | 2026-11-16 12:00 | back to the end of the morning
plain | 2026-11-23 10:00 | -1     | working_day  | 2026-11-20 10:00 | Monday back to Friday
plain | 2026-10-08 10:00 | -1     | working_day  | 2026-09-30 10:00 | back over 国庆
plain | 2026-02-24 10:00 | -1     | working_day  | 2026-02-14 10:00 | back over 春节 to the worked Saturday
plain | 2026-10-12 10:00 | -1     | working_day  | 2026-10-10 10:00 | back to the worked Saturday
plain | 2026-11-22 10:00 | -1     | working_day  | 2026-11-19 18:00 | back from a Sunday: the whole Friday
plain | 2026-11-16 01:00 | -2     | urgent_hour  | 2026-11-15 23:00 | back over midnight
plain | 2026-11-16 10:00 | -2     | urgent_day   | 2026-11-14 10:00 | back through a weekend
plain | 2026-03-01 10:00 | -1     | calendar_day | 2026-02-28 10:00 | back into February
early | 2026-11-16 09:00 |  1     | working_day  | 2026-11-17 09:00 | a day is eight and a half hours here
early | 2026-11-16 11:00 |  1     | working_hour | 2026-11-16 13:30 | lunch from 11:30 to 13:00
early | 2026-11-16 07:30 |  8.5   | working_hour | 2026-11-16 17:30 | its whole day
early | 2026-11-16 17:00 |  1     | working_hour | 2026-11-17 08:00 | half today, half tomorrow from 07:30
early | 2026-11-17 10:00 |  1     | working_day  | 2026-11-19 10:00 | its own fair on Wednesday
early | 2026-11-20 10:00 |  1     | working_day  | 2026-11-21 10:00 | it works on Saturdays
early | 2026-11-21 10:00 |  1     | working_day  | 2026-11-23 10:00 | but not on Sundays
early | 2026-09-30 10:00 |  1     | working_day  | 2026-10-05 10:00 | its own row wins over the shipped holiday
early | 2026-10-05 10:00 |  1     | working_day  | 2026-10-08 10:00 | after which the holiday goes on
early | 2026-02-14 10:00 |  1     | working_day  | 2026-02-24 10:00 | a holiday takes its Saturdays too
night | 2026-11-16 22:00 |  2     | working_hour | 2026-11-17 00:00 | up to midnight
night | 2026-11-16 23:00 |  2     | working_hour | 2026-11-17 01:00 | through midnight
night | 2026-11-16 05:00 |  2     | working_hour | 2026-11-16 23:00 | the day is its break
night | 2026-11-20 23:30 |  1     | working_hour | 2026-11-23 00:30 | Saturday's first hours are no Friday's
night | 2026-11-20 23:00 |  1     | working_day  | 2026-11-23 23:00 | one hour on Friday, seven on Monday
york  | 2026-03-07 20:00 |  10    | urgent_hour  | 2026-03-08 07:00 | an hour is missing that night
york  | 2026-03-07 12:00 |  1     | urgent_day   | 2026-03-08 13:00 | 24 hours, not a day
york  | 2026-03-07 12:00 |  1     | calendar_day | 2026-03-08 12:00 | a day, not 24 hours
york  | 2026-10-31 20:00 |  10    | urgent_hour  | 2026-11-01 05:00 | an hour comes twice that night
york  | 2026-10-31 12:00 |  1     | urgent_day   | 2026-11-01 11:00 | 24 hours, not a day
york  | 2026-10-31 12:00 |  1     | calendar_day | 2026-11-01 12:00 | a day, not 24 hours
york  | 2026-03-06 10:00 |  1     | working_day  | 2026-03-09 10:00 | working time goes by the clock on the wall
york  | 2026-10-30 17:00 |  2     | working_hour | 2026-11-02 09:00 | in autumn too
`
