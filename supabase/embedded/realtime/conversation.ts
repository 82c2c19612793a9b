import type { Keys } from '../folder/keys.ts'
import type { Claims } from '../worker/protocol.ts'
import type { Supervisor } from '../worker/supervisor.ts'
import type { Channel, Connection } from './channel.ts'
import { BadToken, claimsOf } from './claims.ts'
import type { Frame } from './frames.ts'
import type { Hub } from './hub.ts'

/** One socket may join this many topics, as on Supabase. */
const MOST_CHANNELS = 100
/** Longest delay that a timer of Node takes. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

export interface ConversationContext {
  hub: Hub
  supervisor: Supervisor
  keys: Keys
}

interface JoinConfig {
  private?: boolean
  broadcast?: { self?: boolean; ack?: boolean }
}

/** What one socket says and gets answered: join, leave, a new token, a broadcast, a sign of life. */
export class Conversation {
  constructor(
    private readonly connection: Connection,
    private readonly context: ConversationContext,
  ) {}

  /** Answers one message. Messages of a socket are given one after the other. */
  async hear(frame: Frame): Promise<void> {
    if (frame.topic === 'phoenix' && frame.event === 'heartbeat') return this.connection.reply(frame, 'ok')
    if (frame.event === 'phx_join') return this.join(frame)
    const channel = this.connection.channels.get(frame.topic)
    if (!channel) return this.connection.reply(frame, 'error', { reason: 'unmatched topic' })
    switch (frame.event) {
      case 'phx_leave':
        this.connection.reply(frame, 'ok')
        return this.close(channel)
      case 'access_token':
        return this.changeToken(channel, String(frame.payload.access_token ?? ''))
      case 'broadcast':
        return this.broadcast(channel, frame)
      default:
        return this.connection.reply(frame, 'error', { reason: `${frame.event} is not supported` })
    }
  }

  /** Forgets everything of a socket that is gone. */
  end(): void {
    for (const channel of this.connection.channels.values()) this.forget(channel)
  }

  private async join(frame: Frame): Promise<void> {
    const { connection, context } = this
    const earlier = connection.channels.get(frame.topic)
    if (earlier) this.close(earlier)
    if (connection.channels.size >= MOST_CHANNELS) {
      return connection.reply(frame, 'error', { reason: 'ChannelRateLimitReached: Too many channels' })
    }
    try {
      const channel = await this.channelFor(frame)
      if (channel.isPrivate && !(await context.supervisor.call('mayRead', channel.claims, channel.topic))) {
        const reason = `Unauthorized: You do not have permissions to read from this Channel topic: ${channel.topic}`
        return connection.reply(frame, 'error', { reason })
      }
      connection.channels.set(channel.name, channel)
      context.hub.add(channel)
      this.watchExpiry(channel)
      connection.reply(frame, 'ok', { postgres_changes: [] })
    } catch (error) {
      // the client tries again by itself, so an outage of the database is over for it when it is over
      connection.reply(frame, 'error', { reason: (error as Error).message })
    }
  }

  private async channelFor(frame: Frame): Promise<Channel> {
    const config = (frame.payload.config ?? {}) as JoinConfig
    return {
      connection: this.connection,
      name: frame.topic,
      topic: frame.topic.replace(/^realtime:/, ''),
      joinRef: frame.joinRef,
      isPrivate: config.private === true,
      echoes: config.broadcast?.self === true,
      acknowledges: config.broadcast?.ack === true,
      claims: await this.claims(String(frame.payload.access_token ?? '')),
      mayWrite: null,
      expiry: null,
    }
  }

  /** No token, or a key in its place: the socket's own key decides. */
  private claims(token: string): Promise<Claims> {
    return claimsOf(token === '' || token.startsWith('sb_') ? this.connection.apiKey : token, this.context.keys)
  }

  private async changeToken(channel: Channel, token: string): Promise<void> {
    if (token === '' || token.startsWith('sb_')) return
    try {
      channel.claims = await this.claims(token)
    } catch (error) {
      if (error instanceof BadToken) return this.dismiss(channel, error.message)
      throw error
    }
    channel.mayWrite = null
    this.watchExpiry(channel)
    if (channel.isPrivate && !(await this.context.supervisor.call('mayRead', channel.claims, channel.topic))) {
      this.dismiss(channel, `You no longer have permission to read from this Channel topic: ${channel.topic}`)
    }
  }

  private async broadcast(channel: Channel, frame: Frame): Promise<void> {
    const { hub, supervisor } = this.context
    if (channel.isPrivate) {
      channel.mayWrite ??= await supervisor.call('mayWrite', channel.claims, channel.topic)
      if (!channel.mayWrite) return // Supabase says nothing either
    }
    const { event, payload } = frame.payload
    hub.broadcast({ ...channel, event: String(event), payload, id: null }, channel)
    if (channel.acknowledges) this.connection.reply(frame, 'ok')
  }

  private watchExpiry(channel: Channel): void {
    if (channel.expiry) clearTimeout(channel.expiry)
    if (channel.claims.exp === undefined) return
    const leftMs = Math.max(0, channel.claims.exp * 1000 - Date.now())
    channel.expiry = setTimeout(
      () => this.dismiss(channel, 'Token has expired 0 seconds ago'),
      Math.min(leftMs, LONGEST_TIMER_MS),
    )
    channel.expiry.unref()
  }

  /** Tells why, then closes. The client does not come back by itself. */
  private dismiss(channel: Channel, message: string): void {
    const payload = { extension: 'system', status: 'error', message, channel: channel.topic }
    this.connection.send({ topic: channel.name, joinRef: channel.joinRef, event: 'system', payload })
    this.close(channel)
  }

  private close(channel: Channel): void {
    this.forget(channel)
    const { name: topic, joinRef } = channel
    this.connection.send({ topic, joinRef, ref: joinRef, event: 'phx_close', payload: {} })
  }

  private forget(channel: Channel): void {
    if (channel.expiry) clearTimeout(channel.expiry)
    this.context.hub.remove(channel)
    this.connection.channels.delete(channel.name)
  }
}
