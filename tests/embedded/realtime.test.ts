import type { RealtimeChannel, SupabaseClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { ann, ben, clientOf, signedIn, startFixture, type FixtureServer } from './support/fixture.ts'

let server: FixtureServer
let client: SupabaseClient

beforeAll(async () => {
  server = await startFixture()
  client = await signedIn(server, ann)
})
afterAll(async () => {
  await client.removeAllChannels()
  await server.stop()
})

interface Heard {
  event: string
  payload: Record<string, unknown>
}

/** Joins a topic; `next` waits for one more broadcast. */
async function join(from: SupabaseClient, topic: string, isPrivate = true) {
  const heard: Heard[] = []
  const waiting: ((message: Heard) => void)[] = []
  const channel = from.channel(topic, { config: { private: isPrivate, broadcast: { ack: true, self: false } } })
  channel.on('broadcast', { event: '*' }, (message) => {
    const resume = waiting.shift()
    if (resume) resume(message as unknown as Heard)
    else heard.push(message as unknown as Heard)
  })
  const outcome = await new Promise<string>((resolve) =>
    channel.subscribe((status, error) => {
      if (status === 'SUBSCRIBED') resolve('joined')
      else resolve(error?.message ?? status)
    }),
  )
  const next = () =>
    new Promise<Heard>((resolve) => (heard[0] ? resolve(heard.shift() as Heard) : waiting.push(resolve)))
  return { channel, outcome, next }
}

const leave = (from: SupabaseClient, channel: RealtimeChannel) => from.removeChannel(channel)

describe('a private topic', () => {
  it('opens to whom the policy lets read', async () => {
    const { outcome, channel } = await join(client, `notes:${ann.id}`)
    expect(outcome).toBe('joined')
    await leave(client, channel)
  })

  it('is refused to others and to nobody, with Supabase’s words', async () => {
    for (const from of [await signedIn(server, ben), clientOf(server)]) {
      const { outcome, channel } = await join(from, `notes:${ann.id}`)
      expect(outcome).toContain('Unauthorized: You do not have permissions to read from this Channel topic')
      await leave(from, channel)
    }
  })

  it('hears a write through the API', async () => {
    const { channel, next } = await join(client, `notes:${ann.id}`)
    await client.from('notes').insert({ body: 'hello' })
    expect(await next()).toMatchObject({ event: 'note', payload: { body: 'hello' } })
    await leave(client, channel)
  })

  it('hears a message that is too large for a notification, in its place', async () => {
    const { channel, next } = await join(client, `notes:${ann.id}`)
    for (const text of ['first', 'x'.repeat(20_000), 'last']) {
      await server.query('select public.send($1, $2)', [`notes:${ann.id}`, { text }])
    }
    const lengths = []
    for (let i = 0; i < 3; i++) lengths.push(String((await next()).payload.text).length)
    expect(lengths).toEqual([5, 20_000, 4])
    await leave(client, channel)
  })

  it('hears nothing of a write that was rolled back', async () => {
    const { channel, next } = await join(client, `notes:${ann.id}`)
    await server.exec(`begin; select public.send('notes:${ann.id}', '{"text": "never"}'); rollback`)
    await server.query('select public.send($1, $2)', [`notes:${ann.id}`, { text: 'then' }])
    expect(await next()).toMatchObject({ payload: { text: 'then' } })
    await leave(client, channel)
  })

  it('carries what a client sends only if the policy lets it write', async () => {
    await server.exec(`create policy everybody_listens on realtime.messages for select to authenticated
      using ((select realtime.topic()) = 'square')`)
    const listener = await join(client, 'square')
    const speaker = await signedIn(server, ben)
    const { channel } = await join(speaker, 'square')
    expect(await channel.send({ type: 'broadcast', event: 'shout', payload: { n: 1 } })).not.toBe('ok')
    await server.exec(`create policy everybody_speaks on realtime.messages for insert to authenticated
      with check ((select realtime.topic()) = 'square')`)
    const again = await signedIn(server, ben)
    const heard = listener.next()
    expect(
      await (await join(again, 'square')).channel.send({ type: 'broadcast', event: 'shout', payload: { n: 2 } }),
    ).toBe('ok')
    expect(await heard).toMatchObject({ event: 'shout', payload: { n: 2 } })
    await Promise.all([speaker.removeAllChannels(), again.removeAllChannels(), leave(client, listener.channel)])
  })
})

describe('the socket', () => {
  const address = (key: string, version: string) =>
    `${server.url.replace('http', 'ws')}/realtime/v1/websocket?apikey=${key}&vsn=${version}`
  const spoken = (socket: WebSocket, matches: (text: string) => boolean) =>
    new Promise<string>((resolve) =>
      socket.on('message', (data: Buffer) => {
        if (matches(data.toString())) resolve(data.toString())
      }),
    )

  it('is refused without a key of this server', async () => {
    const socket = new WebSocket(address('sb_publishable_other', '2.0.0'))
    expect(await new Promise((resolve) => socket.once('error', (error) => resolve(error.message)))).toContain('401')
  })

  it('speaks the first version of the protocol as well', async () => {
    const socket = new WebSocket(address(server.keys.publishableKey, '1.0.0'))
    await new Promise((resolve) => socket.once('open', resolve))
    const say = (topic: string, event: string, payload: object, ref: string) =>
      socket.send(JSON.stringify({ topic, event, payload, ref, join_ref: '1' }))

    const joined = spoken(socket, (text) => text.includes('"ref":"1"'))
    say('realtime:open', 'phx_join', { config: { private: false } }, '1')
    expect(JSON.parse(await joined)).toMatchObject({ event: 'phx_reply', payload: { status: 'ok' } })

    const beat = spoken(socket, (text) => text.includes('"ref":"2"'))
    say('phoenix', 'heartbeat', {}, '2')
    expect(JSON.parse(await beat)).toMatchObject({ topic: 'phoenix', payload: { status: 'ok', response: {} } })

    const broadcast = spoken(socket, (text) => text.includes('"broadcast"'))
    await server.query(`select realtime.send('{"n": 1}', 'tick', 'open', false)`)
    expect(JSON.parse(await broadcast)).toMatchObject({
      payload: { type: 'broadcast', event: 'tick', payload: { n: 1 } },
    })
    socket.close()
  })

  it('is closed to a topic when the token runs out', async () => {
    const { data } = await client.auth.getSession()
    const { SignJWT } = await import('jose')
    const short = await new SignJWT({ role: 'authenticated', sub: ann.id })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(Math.floor(Date.now() / 1000) + 2)
      .sign(new TextEncoder().encode(server.keys.jwtSecret))
    expect(data.session).not.toBeNull()
    const socket = new WebSocket(address(server.keys.publishableKey, '2.0.0'))
    await new Promise((resolve) => socket.once('open', resolve))
    const told = spoken(socket, (text) => text.includes('"system"'))
    const closed = spoken(socket, (text) => text.includes('"phx_close"'))
    const join = { config: { private: true }, access_token: short }
    socket.send(JSON.stringify(['1', '1', `realtime:notes:${ann.id}`, 'phx_join', join]))
    expect(await told).toContain('Token has expired')
    expect(JSON.parse(await closed)).toEqual(['1', '1', `realtime:notes:${ann.id}`, 'phx_close', {}])
    socket.close()
  })
})
