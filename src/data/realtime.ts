import type { RealtimeChannel } from '@supabase/supabase-js'
import * as v from 'valibot'
import type { HotspotState } from '../domain/status.ts'
import type { DataClient } from './client.ts'
import { LiveMessageShape } from './shapes/live.ts'

/** One changed hotspot as a live message carries it; `areaId` and `campaignId` are 0 for none. */
export interface HotspotChange {
  no: number
  state: HotspotState
  lng: number
  lat: number
  areaId: number
  campaignId: number
  categoryId: number
  isNew: boolean
}

/**
 * What happened. `hotspots`: `n` hotspots changed, `rows` names them unless they were too many (then it is empty: fetch
 * again). `areas`: areas or their boundaries changed. `missed`: messages may have been lost, fetch everything again.
 */
export type LiveChange =
  | { kind: 'hotspots'; at: string; n: number; rows: HotspotChange[] }
  | { kind: 'areas'; at: string }
  | { kind: 'missed'; at: string }

/** `connecting` before the first success, `lost` after it. */
export type LiveState = 'connecting' | 'live' | 'lost'

/** What a watcher of live changes is told. */
export interface LiveListener {
  onState(state: LiveState): void
  onChange(change: LiveChange): void
  /** The connection has just proved to be alive, without news. */
  onAlive(): void
}

/** Where rejoining takes its waits from; tests put their own in. */
export interface Backoff {
  firstMs: number
  maxMs: number
  /** 0 to 1: spreads the waits over half to the whole, so that a hundred screens do not come back in one instant. */
  random(): number
}

const BACKOFF: Backoff = { firstMs: 500, maxMs: 20_000, random: Math.random }

/** How long to wait before try number `attempt` (from 0): doubled each time up to the maximum, half of it by chance. */
export function waitBeforeMs(attempt: number, backoff: Backoff = BACKOFF): number {
  const ceiling = Math.min(backoff.maxMs, backoff.firstMs * 2 ** attempt)
  return ceiling * (0.5 + backoff.random() / 2)
}

/** A running watch over some topics. */
export interface LiveWatch {
  /** Tries lost topics again now instead of after their wait: the network is back. */
  hurry(): void
  stop(): void
}

/**
 * Joins the private topics and tells the listener what arrives. A topic that is closed, refused, timed out or lost is
 * joined again with a fresh token after a growing wait, for ever, until `stop()`; each time a topic comes (back), the
 * listener gets `missed`, for a message may have been lost meanwhile.
 */
export function watchTopics(
  client: DataClient,
  topics: readonly string[],
  listener: LiveListener,
  backoff: Backoff = BACKOFF,
): LiveWatch {
  const joined = new Set<string>()
  let state: LiveState = 'connecting'

  function report(topic: string, isJoined: boolean) {
    if (isJoined) joined.add(topic)
    else joined.delete(topic)
    const next = joined.size === topics.length ? 'live' : state === 'connecting' ? 'connecting' : 'lost'
    if (next !== state) listener.onState((state = next))
    if (isJoined) listener.onChange({ kind: 'missed', at: new Date().toISOString() })
  }

  const memberships = topics.map((topic) =>
    keepJoined(client, topic, backoff, {
      onJoined: (isJoined) => report(topic, isJoined),
      onMessage: (event, payload) => listener.onChange(changeOf(event, payload)),
    }),
  )
  client.realtime.onHeartbeat((status) => {
    if (status === 'ok' && state === 'live') listener.onAlive()
  })

  return {
    hurry: () => memberships.forEach((each) => each.hurry()),
    stop: () => memberships.forEach((each) => each.stop()),
  }
}

interface TopicListener {
  onJoined(isJoined: boolean): void
  onMessage(event: string, payload: unknown): void
}

/** Keeps one topic joined; the client library retries some losses by itself and others never, so all are taken over here. */
function keepJoined(client: DataClient, topic: string, backoff: Backoff, listener: TopicListener): LiveWatch {
  let channel: RealtimeChannel | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let attempt = 0
  let isStopped = false

  async function join() {
    timer = null
    // Refreshes a token that has run out; a failure comes back as a refused join and is tried again.
    await client.realtime.setAuth()
    if (isStopped) return
    const mine = client.channel(topic, { config: { private: true } })
    channel = mine
    mine.on('broadcast', { event: '*' }, (message) => listener.onMessage(message.event, message['payload']))
    mine.subscribe((status) => {
      if (channel !== mine) return
      if (status === 'SUBSCRIBED') {
        attempt = 0
        listener.onJoined(true)
      } else void rejoin(mine)
    })
  }

  async function rejoin(old: RealtimeChannel) {
    channel = null
    listener.onJoined(false)
    // The library hands out the old channel again for the same topic until it is gone.
    await client.removeChannel(old)
    if (isStopped) return
    timer = setTimeout(() => void join(), waitBeforeMs(attempt, backoff))
    attempt += 1
  }

  void join()

  return {
    hurry() {
      if (timer === null) return
      clearTimeout(timer)
      attempt = 0
      void join()
    },
    stop() {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
      const last = channel
      channel = null
      if (last) void client.removeChannel(last)
    },
  }
}

/** A message that this version cannot read still means that something changed. */
function changeOf(event: string, payload: unknown): LiveChange {
  const message = v.safeParse(LiveMessageShape, { event, payload })
  return message.success ? message.output : { kind: 'missed', at: new Date().toISOString() }
}
