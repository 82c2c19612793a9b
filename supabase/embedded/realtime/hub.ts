import { deliver, type Broadcast, type Channel } from './channel.ts'

/** Who has joined what. Private and open channels of one name never hear each other. */
export class Hub {
  private readonly channels = new Map<string, Set<Channel>>()

  add(channel: Channel): void {
    const key = keyOf(channel)
    const joined = this.channels.get(key)
    if (joined) joined.add(channel)
    else this.channels.set(key, new Set([channel]))
  }

  remove(channel: Channel): void {
    const key = keyOf(channel)
    const joined = this.channels.get(key)
    joined?.delete(channel)
    if (joined?.size === 0) this.channels.delete(key)
  }

  /** Hands a broadcast to everybody on its topic. A sender hears itself only if it asked to. */
  broadcast(broadcast: Broadcast, sender: Channel | null = null): void {
    for (const channel of this.channels.get(keyOf(broadcast)) ?? []) {
      if (channel !== sender || channel.echoes) deliver(channel, broadcast)
    }
  }
}

const keyOf = ({ topic, isPrivate }: { topic: string; isPrivate: boolean }) =>
  `${isPrivate ? 'private' : 'open'}:${topic}`
