import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readMailOptions } from '../../supabase/embedded/mail/mail-options.ts'
import { startServer, type RunningServer } from '../../supabase/embedded/server.ts'
import { migrationsDir, seedFile } from '../support/schema-files.ts'
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts'
import { startChild } from './support/child.ts'
import { clientOf, makeFolder } from './support/fixture.ts'

const PASSWORD = 'not-for-logs'
/** A Monday and the Sunday before it, a quarter past eight in Shanghai; 2027 has no holidays in the calendar yet. */
const MONDAY = '2027-03-08T00:15:00Z'
const SUNDAY = '2027-03-07T00:15:00Z'

interface Group {
  kind: string
  n: number
  nos: string[]
}

describe('the daily mail', () => {
  let dataDir: string
  let sink: SmtpSink
  let server: RunningServer
  let now: string
  const logged: string[] = []

  /** Starts where nothing is due; a test turns the clock. */
  async function start(): Promise<void> {
    now = SUNDAY
    const env = { SMTP_URL: `smtp://map:${PASSWORD}@127.0.0.1:${sink.port}`, MAIL_FROM: '一张图 <map@town.example>' }
    server = await startServer({
      dataDir,
      port: 0,
      mode: 'demo',
      durable: false,
      distDir: null,
      migrationsDir,
      seed: { kind: 'script', file: seedFile },
      mail: readMailOptions({ ...env, PUBLIC_URL: 'https://map.town.example' }),
      now: () => new Date(now),
    })
    await server.digest!.tick()
  }

  beforeAll(async () => {
    vi.spyOn(console, 'error').mockImplementation((line: string) => logged.push(line))
    dataDir = makeFolder()
    sink = await startSmtpSink()
    await start()
  })
  beforeEach(async () => {
    vi.spyOn(console, 'error').mockImplementation((line: string) => logged.push(line))
    await server.exec('delete from private.mail_digests')
    sink.mails.length = 0
    logged.length = 0
    now = MONDAY
  })
  afterEach(() => sink.refuse(null))
  afterAll(async () => {
    await server.stop()
    await sink.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const tick = () => server.digest!.tick()
  const mailsTo = (name: string) => sink.mails.filter(({ to }) => to.includes(`${name}@demo.example`))
  const outcomes = async () =>
    Object.fromEntries(
      (
        await server.query<{ name: string; outcome: string }>(
          `select split_part(u.email, '@', 1) as name, d.outcome || ' ' || d.tries as outcome
           from private.mail_digests d join auth.users u on u.id = d.user_id`,
        )
      ).map(({ name, outcome }) => [name, outcome]),
    )

  /** What the person itself reads through the API. */
  async function noticesOf(name: string): Promise<Group[]> {
    const client = clientOf(server)
    await client.auth.signInWithPassword({ email: `${name}@demo.example`, password: 'demo-township' })
    const [root] = await server.query<{ id: number }>(`select id from public.areas where name = '示例镇'`)
    const { data } = await client.rpc('my_notices', { p_root: root!.id })
    return (data as { groups: Group[] }).groups
  }

  it('tells the handler of the cases that wait for its unit and of no others, in one mail', async () => {
    const groups = await noticesOf('handler')
    expect(groups.length).toBeGreaterThan(0)
    await tick()
    const mails = mailsTo('handler')
    expect(mails).toHaveLength(1)
    const [{ from, to, headers, parts }] = mails as [(typeof mails)[0]]
    expect([from, to]).toEqual(['map@town.example', ['handler@demo.example']])
    expect(headers).toMatchObject({ from: '一张图 <map@town.example>', 'auto-submitted': 'auto-generated' })
    expect(headers.subject).toMatch(/^【环境整治一张图】示例镇：\d+ 件/)
    const told = [...parts['text/html']!.matchAll(/cases\?nos=([\d,]+)">查看全部/g)]
    const numbers = told.map(([, nos]) => nos!.split(',').sort().join()).sort()
    expect(numbers).toEqual(groups.map(({ nos }) => nos.map(String).sort().join()).sort())
    const [ours] = await server.query<{ n: number }>(
      `select count(*)::int as n from public.hotspots h join public.units u on u.id = h.unit_id
       where h.no = any ($1::bigint[]) and u.name = '镇城管办'`,
      [numbers.flatMap((each) => each.split(','))],
    )
    expect(ours!.n).toBe(new Set(numbers.flatMap((each) => each.split(','))).size)
    expect(sink.logins).toContain(`map:${PASSWORD}`)
  })

  it('goes to nobody who has nothing waiting', async () => {
    await tick()
    expect([await noticesOf('viewer'), mailsTo('viewer'), mailsTo('stranger')]).toEqual([[], [], []])
    expect(await outcomes()).toMatchObject({ handler: 'sent 1', viewer: 'nothing 1', stranger: 'nothing 1' })
  })

  it('names nobody who told of a case', async () => {
    const { rowCount } = await addReporters()
    expect(rowCount).toBeGreaterThan(0)
    await tick()
    const all = sink.mails.map(({ headers, parts }) => JSON.stringify([headers, parts])).join()
    expect(all).toContain('件')
    expect(all).not.toMatch(/钱多多|13800000000/)
  })

  async function addReporters(): Promise<{ rowCount: number }> {
    const added = await server.query(
      `insert into public.hotspot_reporters (hotspot_id, name, phone) select id, '钱多多', '13800000000' from public.hotspots
       on conflict do nothing returning 1`,
    )
    return { rowCount: added.length }
  }

  it('is sent once a day, by a server that starts again too', async () => {
    await tick()
    const sent = sink.mails.length
    expect(sent).toBeGreaterThan(0)
    await tick()
    await server.stop()
    await start()
    now = MONDAY
    await tick()
    expect(sink.mails).toHaveLength(sent)
    now = '2027-03-09T00:00:00Z'
    await tick()
    expect(mailsTo('handler')).toHaveLength(2)
  })

  it('is not sent on a Sunday, before its time, long after it, or where a township wants none', async () => {
    for (const instant of [SUNDAY, '2027-03-07T23:59:59Z', '2027-03-08T06:00:00Z']) {
      now = instant
      await tick()
    }
    now = MONDAY
    await server.exec(
      `insert into public.settings (area_id, key, value) select id, 'mail_digest', 'false' from public.areas where name = '示例镇'`,
    )
    await tick()
    await server.exec(`delete from public.settings where key = 'mail_digest'`)
    expect(sink.mails).toEqual([])
    expect(await outcomes()).toEqual({ stranger: 'nothing 1' })
  })

  it('is tried again when it was refused, three times at most, and the log says why without the password', async () => {
    sink.refuse(`550 no such mailbox, map said ${PASSWORD}`)
    await tick()
    expect(await outcomes()).toMatchObject({ handler: 'failed 1', viewer: 'nothing 1' })
    const lines = logged.filter((line) => line.includes('handler@demo.example'))
    expect(lines).toEqual([
      expect.stringMatching(/^The mail digest of 2027-03-08 \(示例镇\) to handler@.*550 no such mailbox/),
    ])
    expect(logged.join()).not.toContain(PASSWORD)

    sink.refuse(null)
    await tick()
    expect(await outcomes()).toMatchObject({ handler: 'sent 2' })
    expect(mailsTo('handler')).toHaveLength(1)

    await server.exec(`delete from private.mail_digests`)
    sink.refuse('450 try later')
    for (const _try of [1, 2, 3, 4]) await tick()
    expect(await outcomes()).toMatchObject({ handler: 'failed 3' })
    sink.refuse(null)
    await tick()
    expect(mailsTo('handler')).toHaveLength(1)
  })

  it('stops at a mail server that is gone, and asks nobody else to wait for it', async () => {
    const { port } = sink
    await sink.stop()
    await tick()
    expect(Object.values(await outcomes()).filter((outcome) => outcome.startsWith('failed'))).toEqual(['failed 1'])
    expect(logged).toEqual([expect.stringMatching(new RegExp(`failed: .*ECONNREFUSED.*${port}`))])
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    await server.stop()
    sink = await startSmtpSink()
    await start()
    now = MONDAY
    await tick()
    expect(mailsTo('handler')).toHaveLength(1)
  })

  it('was begun when a server died is not sent again, for nobody knows whether it went out', async () => {
    await server.exec(
      `insert into private.mail_digests (user_id, root_id, day, outcome, tries)
       select u.id, a.id, '2027-03-08', 'sending', 1 from auth.users u, public.areas a
       where u.email = 'handler@demo.example' and a.name = '示例镇'`,
    )
    await tick()
    expect(mailsTo('handler')).toEqual([])
    expect(sink.mails.length).toBeGreaterThan(0)
  })
})

describe('a server', () => {
  it('does not start with a mail server that cannot be understood', async () => {
    const child = startChild('tests/embedded/support/serve-fixture.ts', ['{}'], undefined, {
      SMTP_URL: 'mail:secret@host',
    })
    expect(await child.ended).toBe(1)
    expect(child.output()).toMatch(/^SMTP_URL 应写成.*\nSMTP_URL has to read smtp/)
    expect(child.output()).not.toContain('secret')
  })
})
