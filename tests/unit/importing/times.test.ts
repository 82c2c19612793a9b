import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATE_FORMATS } from '../../../src/importing/guessing/guess-moment.ts'
import { timeReader } from '../../../src/importing/times/date-pattern.ts'
import { instantOf } from '../../../src/importing/times/instant-of.ts'
import { momentReader } from '../../../src/importing/times/moment-reader.ts'
import { isTimeZone, zoneOffset } from '../../../src/importing/times/zone-offset.ts'

const read = (format: string, text: string, timeZone = 'Asia/Shanghai', midnightIsDay = false) =>
  momentReader({ format, midnightIsDay }, timeZone)(text)

describe('a time in a table', () => {
  it.each([
    ['yyyy-MM-dd HH:mm:ss', '2024-05-01 08:05:09', '2024-05-01T00:05:09.000Z'],
    ['yyyy/M/d H:mm', '2024/5/1 8:05', '2024-05-01T00:05:00.000Z'],
    ['yyyy/M/d H:mm', '2024/12/11 18:05', '2024-12-11T10:05:00.000Z'],
    ['yyyy年M月d日 H:mm', '2024年5月1日 8:05', '2024-05-01T00:05:00.000Z'],
    ['yyyy年M月d日H时m分', '2024年5月1日8时5分', '2024-05-01T00:05:00.000Z'],
    ['yyyy/M/d a h:mm', '2024/5/1 下午 3:05', '2024-05-01T07:05:00.000Z'],
    ['yyyy/M/d a h:mm', '2024/5/1 上午 12:05', '2024-04-30T16:05:00.000Z'],
    ['yyyyMMddHHmmss', '20240501080509', '2024-05-01T00:05:09.000Z'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSS", '2024-05-01T08:05:09.57', '2024-05-01T00:05:09.570Z'],
    ['iso', '2024-05-01T08:05:09Z', '2024-05-01T08:05:09.000Z'],
    ['iso', '2024-05-01 08:05:09.123456+0530', '2024-05-01T02:35:09.123Z'],
    ['iso', '2024-05-01T08:05', '2024-05-01T00:05:00.000Z'],
    ['unix-ms', '1714521600000', '2024-05-01T00:00:00.000Z'],
    ['unix-s', '1714521600.5', '2024-05-01T00:00:00.500Z'],
  ])('written as %s: %s', (format, text, at) => {
    expect(read(format, text)).toEqual({ at, precision: 'second' })
  })

  it.each([
    ['yyyy-MM-dd', '2024-02-30'],
    ['yyyy-MM-dd', '2023-02-29'],
    ['yyyy-MM-dd', '2024-13-01'],
    ['yyyy-MM-dd HH:mm', '2024-05-01 24:00'],
    ['MM/dd/yyyy hh:mm a', '05/01/2024 13:00 PM'],
    ['MM/dd/yyyy hh:mm a', '05/01/2024 00:30 AM'],
    ['MM/dd/yyyy', '31/05/2024'],
    ['yyyy-MM-dd', '2024-05-01x'],
    ['iso', 'gestern'],
    ['unix-s', '1e99'],
  ])('is none when written as %s: %s', (format, text) => expect(read(format, text)).toBeNull())

  it.each([
    ['iso', '2024-05-01'],
    ['yyyy年M月d日', '2024年5月1日'],
    ['yyyy/M/d H:mm', '2024/5/1'],
    ['yyyy年M月d日 H:mm', '2024年5月1日'],
  ])('is a day when it has no time of day: %s, %s', (format, text) => {
    expect(read(format, text)).toEqual({ at: '2024-04-30T16:00:00.000Z', precision: 'day' })
  })

  it('is midnight and no day, unless the mapping says that midnight means the day', () => {
    expect(read('yyyy/M/d H:mm', '2024/5/1 0:00')?.precision).toBe('second')
    expect(read('yyyy/M/d H:mm', '2024/5/1 0:00', 'Asia/Shanghai', true)?.precision).toBe('day')
    expect(read('yyyy/M/d H:mm', '2024/5/1 0:01', 'Asia/Shanghai', true)?.precision).toBe('second')
  })

  it.each(['', 'yyyy', 'yyyy-MM', 'yyyy-MM-dd QQ', 'yyyy-MM-dd MM', 'today'])('has no format %j', (format) => {
    expect(timeReader(format)).toBeNull()
  })

  it('can be read in every format that is offered', () => {
    expect(DATE_FORMATS.filter((format) => timeReader(format) === null)).toEqual([])
  })
})

describe('the clocks of a zone', () => {
  it('are put forward: what they skip counts on from before', () => {
    expect(read('yyyy-MM-dd HH:mm', '2018-03-11 01:59', 'America/Los_Angeles')?.at).toBe('2018-03-11T09:59:00.000Z')
    expect(read('yyyy-MM-dd HH:mm', '2018-03-11 02:30', 'America/Los_Angeles')?.at).toBe('2018-03-11T10:30:00.000Z')
    expect(read('yyyy-MM-dd HH:mm', '2018-03-11 03:00', 'America/Los_Angeles')?.at).toBe('2018-03-11T10:00:00.000Z')
  })

  it('are put back: what they show twice is the first time', () => {
    expect(read('yyyy-MM-dd HH:mm', '2018-11-04 00:59', 'America/Los_Angeles')?.at).toBe('2018-11-04T07:59:00.000Z')
    expect(read('yyyy-MM-dd HH:mm', '2018-11-04 01:30', 'America/Los_Angeles')?.at).toBe('2018-11-04T08:30:00.000Z')
    expect(read('yyyy-MM-dd HH:mm', '2018-11-04 02:00', 'America/Los_Angeles')?.at).toBe('2018-11-04T10:00:00.000Z')
  })

  it('were in summer time in China once', () => {
    expect(read('yyyy-MM-dd HH:mm', '1988-07-01 08:00')?.at).toBe('1988-06-30T23:00:00.000Z')
  })

  it('tell every instant: what they show at it is read back as it, or as the one an hour before where it is shown twice', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'America/Los_Angeles',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    )
    const instants = fc.integer({ min: Date.UTC(1980, 0, 1) / 1000, max: Date.UTC(2037, 0, 1) / 1000 })
    fc.assert(
      fc.property(zones, instants, (zone, seconds) => {
        const offset = zoneOffset(zone)
        const shown = new Date(seconds * 1000 + offset(seconds * 1000))
        const time = {
          year: shown.getUTCFullYear(),
          month: shown.getUTCMonth() + 1,
          day: shown.getUTCDate(),
          hour: shown.getUTCHours(),
          minute: shown.getUTCMinutes(),
          second: shown.getUTCSeconds(),
          millisecond: 0,
        }
        const back = instantOf(time, offset)
        expect(back + offset(back)).toBe(seconds * 1000 + offset(seconds * 1000))
        expect(back).toBeLessThanOrEqual(seconds * 1000)
        expect(seconds * 1000 - back).toBeLessThanOrEqual(3_600_000)
      }),
      { numRuns: 2000 },
    )
  })

  it('are those of a zone that exists', () => {
    expect(['Asia/Shanghai', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false])
  })
})
