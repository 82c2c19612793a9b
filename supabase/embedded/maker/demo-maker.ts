import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { dayOf, hourOf } from '../../demo/life/calendar.ts'
import type { DemoToLoad } from '../../demo/load/demo-to-load.ts'
import type { HotspotBatch } from '../../demo/load/hotspot-batches.ts'
import type { Keys } from '../../demo/load/keys.ts'
import { Caller, type Port } from '../worker/rpc.ts'
import { ensureBasemap } from './ensure-basemap.ts'
import type { MakerFunctions } from './maker-functions.ts'

/** The seed of the demo's town. */
const SEED = 1
/** So many batches are made ahead of the database: more would only wait in memory. */
const AHEAD = 2

/** The township as it is made, and a mark of what it is made of. */
export interface BegunDemo {
  readonly mark: string
  readonly demo: DemoToLoad
}

/**
 * Makes the demo township in a thread of its own, beside the database: the town while tables are made, cases while others are written, its map
 * while indexes are built. The thread is started when something is asked of it.
 */
export class DemoMaker {
  #thread: { readonly worker: Worker; readonly caller: Caller<MakerFunctions> } | undefined
  #begun: Promise<BegunDemo> | undefined
  #basemap: Promise<void> | undefined

  /** @param basemapFile where the township's map is to be; null for none */
  constructor(private readonly basemapFile: string | null = null) {}

  /** Makes the township with the last twelve months up to this hour; a second call gives the first one's. */
  begin(hotspots: number): Promise<BegunDemo> {
    this.#begun ??= this.#describe(hotspots)
    this.#begun.catch(() => {}) // told to whoever awaits it
    return this.#begun
  }

  /** Makes the township's map or takes it from the cache, unless it is there. */
  basemap(): Promise<void> {
    const file = this.basemapFile
    if (file === null) return Promise.resolve()
    this.#basemap ??= ensureBasemap(file, (target) => this.#caller().call('writeBasemap', target))
    this.#basemap.catch(() => {})
    return this.#basemap
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    await this.#thread?.worker.terminate()
    this.#thread = undefined
  }

  async #describe(hotspots: number): Promise<BegunDemo> {
    const now = Date.now()
    const today = dayOf(now)
    const options = { seed: SEED, today, hotspots, untilHour: Math.floor(hourOf(now)) }
    const still = await this.#caller().call('describe', options)
    return { mark: `${SEED} ${today} ${hotspots}`, demo: { ...still, batches: (keys) => this.#batches(keys) } }
  }

  async *#batches(keys: Keys): AsyncGenerator<HotspotBatch> {
    const caller = this.#caller()
    await caller.call('beginCases', keys)
    const coming = Array.from({ length: AHEAD }, () => caller.call('nextBatch'))
    for (let next = coming.shift(); next; next = coming.shift()) {
      const batch = await next
      if (!batch) break
      coming.push(caller.call('nextBatch'))
      yield batch
    }
    void this.basemap()
  }

  #caller(): Caller<MakerFunctions> {
    if (this.#thread) return this.#thread.caller
    const worker = new Worker(join(import.meta.dirname, 'entry.mjs'), { execArgv: [] })
    const caller = new Caller<MakerFunctions>(worker as Port)
    worker.once('error', (error) => caller.end(error as Error))
    worker.once('exit', () => caller.end(new Error('The thread that makes the demo township has ended')))
    this.#thread = { worker, caller }
    return caller
  }
}
