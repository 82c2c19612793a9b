import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import {
  fetchCalendarYears,
  fetchWorkCalendarDays,
  fetchWorkingTime,
  removeWorkCalendarDay,
  saveWorkCalendarDay,
} from '../../../src/data/calendar.ts'
import { createDataClient, type DataClient } from '../../../src/data/client.ts'
import { fetchTimeLimits, removeTimeLimit, saveTimeLimit } from '../../../src/data/limits.ts'
import { fetchOverdueCount } from '../../../src/data/overdue.ts'
import type { Result } from '../../../src/domain/result.ts'
import { DEMO_PASSWORD, demoEmail, type DemoAccount } from '../../support/actors.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'
import { one } from '../support/one.ts'

describe('the clock, as the app reads and writes it', () => {
  let server: TestServer
  let admin: DataClient
  let officer: DataClient
  let root: number

  beforeAll(async () => {
    server = await startTestServer({ withApp: false })
    const signedIn = async (account: DemoAccount) => {
      const client = createDataClient(
        { url: server.url, key: server.keys.publishableKey },
        { auth: { persistSession: false, autoRefreshToken: false }, realtime: { transport: WebSocket as never } },
      )
      const { error } = await client.auth.signInWithPassword({ email: demoEmail(account), password: DEMO_PASSWORD })
      if (error) throw error
      return client
    }
    admin = await signedIn('admin')
    officer = await signedIn('officer')
    const sql = `select id from public.areas where source = 'demo' and source_key = 'shili'`
    root = (await one<{ id: number }>(server.query, sql)).id
  })
  afterAll(() => server.stop())

  function valueOf<Value>(result: Result<Value, unknown>): Value {
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    return result.value
  }

  it('has the shipped calendar, and says of which years', async () => {
    const days = valueOf(await fetchWorkCalendarDays(officer, root))
    const on = (day: string) => days.find((each) => each.day === day)
    expect(on('2026-10-01')).toMatchObject({ isWorking: false, isShipped: true, name: '国庆节' })
    expect(on('2026-10-10')).toMatchObject({ isWorking: true, isShipped: true, nameEn: 'Make-up day for National Day' })
    expect(valueOf(await fetchCalendarYears(officer, root)).map(({ year }) => year)).toEqual([2025, 2026])
  })

  it('takes a day of the township’s own, changes it and takes it back', async () => {
    const fair = { day: '2026-11-18', isWorking: false, name: '庙会', nameEn: null }
    const saved = valueOf(await saveWorkCalendarDay(admin, root, fair))
    expect(saved).toMatchObject({ ...fair, isShipped: false })
    const changed = valueOf(await saveWorkCalendarDay(admin, root, { ...fair, nameEn: 'Fair' }))
    expect(changed).toMatchObject({ id: saved.id, nameEn: 'Fair' })
    expect(valueOf(await removeWorkCalendarDay(admin, saved.id))).toBeNull()
    expect(valueOf(await fetchWorkCalendarDays(admin, root)).some(({ isShipped }) => !isShipped)).toBe(false)
  })

  it('takes it of no officer, and gives up no shipped day', async () => {
    const fair = { day: '2026-11-18', isWorking: false, name: '庙会', nameEn: null }
    expect(await saveWorkCalendarDay(officer, root, fair)).toEqual({ ok: false, error: { code: 'not_allowed' } })
    const [shipped] = valueOf(await fetchWorkCalendarDays(admin, root))
    expect(await removeWorkCalendarDay(admin, shipped!.id)).toEqual({ ok: false, error: { code: 'not_allowed' } })
  })

  it('knows when the township works: what is set, or what everybody does', async () => {
    const eight = [['08:00', '12:00'], ['14:00', '18:00']] // prettier-ignore
    expect(valueOf(await fetchWorkingTime(officer, root))).toEqual({ hours: eight, weekdays: [1, 2, 3, 4, 5] })
    await server.query(`insert into public.settings (area_id, key, value) values ($1, 'working_weekdays', '[1, 6]')`, [
      root,
    ])
    expect(valueOf(await fetchWorkingTime(officer, root))).toEqual({ hours: eight, weekdays: [1, 6] })
  })

  it('takes a limit, changes it and takes it back', async () => {
    const week = { categoryId: null, urgent: false, amount: 7, unit: 'calendar_day' as const }
    const saved = valueOf(await saveTimeLimit(admin, root, week))
    expect(saved).toMatchObject({ ...week, isShipped: false })
    const changed = valueOf(await saveTimeLimit(admin, root, { ...week, amount: 2.5, unit: 'working_day' }))
    expect(changed).toMatchObject({ id: saved.id, amount: 2.5, unit: 'working_day' })
    expect(await saveTimeLimit(officer, root, week)).toEqual({ ok: false, error: { code: 'not_allowed' } })
    expect(valueOf(await removeTimeLimit(admin, saved.id))).toBeNull()
    const left = valueOf(await fetchTimeLimits(admin, root))
    expect(left.filter(({ isShipped }) => isShipped)).toHaveLength(2)
    expect(left.some(({ id }) => id === saved.id)).toBe(false)
  })

  it('counts what is overdue now', async () => {
    const { n } = await one<{ n: number }>(
      server.query,
      'select count(*) as n from public.hotspots where root_id = $1 and end_reason is null and due_at < now()',
      [root],
    )
    await server.query(
      `update public.hotspots set due_at = now() - interval '1 minute'
       where no = (select min(no) from public.hotspots where root_id = $1 and status = 'in_progress' and coalesce(due_at > now(), true))`,
      [root],
    )
    expect(valueOf(await fetchOverdueCount(admin, { root }))).toEqual({ n: n + 1, isMore: false })
  })
})
