/** A frame of the realtime protocol, version 2. */
type Frame = [joinRef: string | null, ref: string | null, topic: string, event: string, payload: unknown]

/** What the server does with a join: takes it, refuses it, or says nothing. */
type JoinAnswer = 'ok' | 'refuse' | 'silence'

/**
 * The server's end of the realtime protocol without a network: every socket that a client opens is one of its own, and
 * the test says how it answers.
 */
export class FakeRealtimeServer {
  joinAnswer: JoinAnswer = 'ok'
  answersHeartbeats = true
  acceptsSockets = true
  /** Topics in the order in which joins for them arrived, refused ones too. */
  readonly joins: string[] = []
  readonly #sockets = new Set<FakeSocket>()

  /** The WebSocket class to hand to the client. */
  readonly transport = transportOf(this)

  get openSockets(): number {
    return this.#sockets.size
  }

  opened(socket: FakeSocket): void {
    this.#sockets.add(socket)
  }

  closed(socket: FakeSocket): void {
    this.#sockets.delete(socket)
  }

  received(socket: FakeSocket, frame: Frame): void {
    const [joinRef, ref, topic, event] = frame
    const reply = (status: string, response: unknown = {}) =>
      socket.deliver([joinRef, ref, topic, 'phx_reply', { status, response }])
    if (event === 'heartbeat') {
      if (this.answersHeartbeats) reply('ok')
    } else if (event === 'phx_join') {
      this.joins.push(topic)
      socket.joinRefs.set(topic, joinRef)
      if (this.joinAnswer === 'ok') reply('ok', { postgres_changes: [] })
      if (this.joinAnswer === 'refuse') reply('error', { reason: 'Unauthorized' })
    } else if (event === 'phx_leave') {
      reply('ok')
      socket.deliver([joinRef, null, topic, 'phx_close', {}])
    }
  }

  /** Sends a broadcast to everybody on a topic. */
  broadcast(topic: string, event: string, payload: unknown): void {
    this.#toAll(topic, 'broadcast', { type: 'broadcast', event, payload })
  }

  /** Ends a topic for everybody, as at the end of a token; the sockets stay. */
  closeTopic(topic: string): void {
    this.#toAll(topic, 'phx_close', {})
  }

  /** Cuts every socket, as a restart or a lost network does. */
  dropSockets(): void {
    for (const socket of this.#sockets) socket.end(1006)
  }

  #toAll(topic: string, event: string, payload: unknown): void {
    const name = `realtime:${topic}`
    for (const socket of this.#sockets) socket.deliver([socket.joinRefs.get(name) ?? null, null, name, event, payload])
  }
}

/** The client's end: as much of a WebSocket as the client uses. */
export class FakeSocket {
  readonly joinRefs = new Map<string, string | null>()
  binaryType = 'arraybuffer'
  bufferedAmount = 0
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null
  onclose: ((event: { code: number; reason: string; wasClean: boolean }) => void) | null = null
  onerror: ((event: unknown) => void) | null = null

  constructor(readonly server: FakeRealtimeServer) {
    setTimeout(() => {
      if (this.readyState !== 0) return
      if (!server.acceptsSockets) return this.end(1006)
      this.readyState = 1
      server.opened(this)
      this.onopen?.()
    }, 1)
  }

  send(text: string): void {
    const frame = JSON.parse(text) as Frame
    setTimeout(() => this.readyState === 1 && this.server.received(this, frame), 1)
  }

  deliver(frame: Frame): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }

  close(code = 1000): void {
    this.end(code)
  }

  end(code: number): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.server.closed(this)
    this.onclose?.({ code, reason: '', wasClean: code === 1000 })
  }
}

function transportOf(server: FakeRealtimeServer) {
  return class extends FakeSocket {
    constructor() {
      super(server)
    }
  } as unknown as typeof WebSocket
}
