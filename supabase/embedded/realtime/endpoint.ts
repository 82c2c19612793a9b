import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { isSameSecret } from '../http/same-secret.ts'
import { Connection } from './channel.ts'
import { Conversation, type ConversationContext } from './conversation.ts'
import { DatabaseFeed } from './database-feed.ts'
import { decodeFrame } from './frames.ts'
import { Hub } from './hub.ts'

/** Largest message of a client, in bytes. */
const MOST_BYTES = 1024 * 1024
/** A client says that it lives every 25 s; after three missed signs it is gone. */
const SILENCE_MS = 80_000
/** How long a client may take to say goodbye. */
const FAREWELL_MS = 500

export type EndpointOptions = Omit<ConversationContext, 'hub'> & { log: (line: string) => void }

/**
 * `/realtime/v1/websocket`: Supabase's realtime protocol for broadcasts on private and open topics. Lives on the main thread, so a long
 * statement in the database keeps no socket waiting; only a private join asks the database.
 */
export class RealtimeEndpoint {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES })
  private readonly context: ConversationContext
  private readonly log: (line: string) => void

  constructor({ log, ...options }: EndpointOptions) {
    const hub = new Hub()
    this.context = { ...options, hub }
    this.log = log
    new DatabaseFeed(options.supervisor, hub, log).start()
  }

  /**
   * Takes over a socket that asks for realtime.
   *
   * @returns false when the request is for somebody else (a development server has a socket of its own)
   */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname !== '/realtime/v1/websocket') return false
    const apiKey = url.searchParams.get('apikey') ?? ''
    const { publishableKey, secretKey } = this.context.keys
    if (!isSameSecret(apiKey, publishableKey) && !isSameSecret(apiKey, secretKey)) {
      refuse(socket)
      return true
    }
    const version = url.searchParams.get('vsn') === '1.0.0' ? 1 : 2
    this.sockets.handleUpgrade(request, socket, head, (opened) =>
      this.converse(new Connection(opened, version, apiKey)),
    )
    return true
  }

  /** Says goodbye to everybody; clients come back by themselves when they can. */
  close(): void {
    for (const socket of this.sockets.clients) {
      socket.close(1001)
      setTimeout(() => socket.terminate(), FAREWELL_MS).unref()
    }
    this.sockets.close()
  }

  private converse(connection: Connection): void {
    const conversation = new Conversation(connection, this.context)
    const stopWaiting = cutOffWhenSilent(connection.socket)
    let inTurn: Promise<void> = Promise.resolve()
    connection.socket.on('message', (data, isBinary) => {
      const frame = decodeFrame(connection.version, asBuffer(data), isBinary)
      if (!frame) return
      inTurn = inTurn
        .then(() => conversation.hear(frame))
        .catch((error: unknown) => this.log(`A realtime message was not answered: ${String(error)}`))
    })
    connection.socket.on('error', () => connection.socket.terminate())
    connection.socket.once('close', () => {
      stopWaiting()
      void inTurn.then(() => conversation.end())
    })
  }
}

function cutOffWhenSilent(socket: WebSocket): () => void {
  const timer = setTimeout(() => socket.terminate(), SILENCE_MS)
  timer.unref()
  socket.on('message', () => timer.refresh())
  return () => clearTimeout(timer)
}

function asBuffer(data: Buffer | ArrayBuffer | Buffer[]): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return Buffer.isBuffer(data) ? data : Buffer.from(data)
}

function refuse(socket: Duplex): void {
  const body = JSON.stringify({ error: 'API key is missing or invalid' })
  const head = 'HTTP/1.1 401 Unauthorized\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n'
  socket.end(head + body)
}
