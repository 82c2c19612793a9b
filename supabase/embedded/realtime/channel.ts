import type { WebSocket } from 'ws'
import type { Claims } from '../worker/protocol.ts'
import { encodeBroadcast, encodeFrame, type Frame, type ProtocolVersion } from './frames.ts'

/** A client that does not read is cut off here rather than filling the memory, in bytes. */
const MOST_UNREAD = 8 * 1024 * 1024

/** One socket. */
export class Connection {
  readonly channels = new Map<string, Channel>()

  constructor(
    readonly socket: WebSocket,
    readonly version: ProtocolVersion,
    /** The key it was opened with: its rights until a channel brings a token. */
    readonly apiKey: string,
  ) {}

  send(frame: Omit<Frame, 'ref' | 'joinRef'> & Partial<Frame>): void {
    this.write(encodeFrame(this.version, { ref: null, joinRef: null, ...frame }))
  }

  reply({ topic, ref, joinRef }: Frame, status: 'ok' | 'error', response: object = {}): void {
    this.send({ topic, ref, joinRef, event: 'phx_reply', payload: { status, response } })
  }

  write(data: string | Buffer): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (this.socket.bufferedAmount > MOST_UNREAD) this.socket.terminate()
    else this.socket.send(data)
  }
}

/** One topic that a socket has joined. */
export interface Channel {
  connection: Connection
  /** As the client names it: `realtime:` and the topic. */
  name: string
  topic: string
  joinRef: string | null
  isPrivate: boolean
  /** Whether its own broadcasts come back to it. */
  echoes: boolean
  /** Whether its broadcasts are acknowledged. */
  acknowledges: boolean
  claims: Claims
  /** Asked once and remembered until the token changes; null: not yet asked. */
  mayWrite: boolean | null
  /** Ends the channel when its token expires. */
  expiry: NodeJS.Timeout | null
}

/** A broadcast on its way; `id` only if it comes from the database. */
export interface Broadcast {
  topic: string
  isPrivate: boolean
  event: string
  payload: unknown
  id: string | null
}

/** Hands a broadcast to one channel. */
export function deliver({ connection, name }: Channel, broadcast: Broadcast): void {
  connection.write(encodeBroadcast(connection.version, name, broadcast))
}
