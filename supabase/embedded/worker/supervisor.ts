import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { LoadProgress } from '../../demo/load/load-demo.ts'
import type { StartStep } from '../engine/start-step.ts'
import type { WorkerEvent, WorkerFunctions, WorkerOptions } from './protocol.ts'
import { Caller, type Port } from './rpc.ts'
import { makeWatchedMemory, statementAgeMs, type WatchedMemory } from './statement-watch.ts'

/** The database cannot answer now; the same request may be sent again later. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}

export type SupervisorState = 'starting' | 'ready' | 'restarting' | 'failed' | 'stopped'

export interface SupervisorOptions extends Omit<WorkerOptions, 'memory'> {
  /** A statement of a request that runs longer than this is ended, and the database with it opened anew. */
  queryLimitMs: number
  /** Called once, when the database stands for the first time and before anybody may write to it. */
  onPrepared: () => void
  /** Told how far the demo township has been loaded. */
  onProgress: (progress: LoadProgress) => void
  /** Told what a start has begun to do. */
  onStep: (step: StartStep) => void
  log: (line: string) => void
}

interface Running {
  worker: Worker
  caller: Caller<WorkerFunctions>
  memory: WatchedMemory
}

/** Requests beyond this would wait longer than anybody does. */
const MOST_WAITING = 1000
/** How long a clean stop waits for the statement that runs. A killed database loses nothing that was acknowledged. */
const CLOSE_MS = 10_000
const RESTART_DELAYS_MS = [0, 1000, 5000]

/** Starts the database's thread, watches it, and starts it again when a statement runs away or the engine fails. */
export class Supervisor {
  state: SupervisorState = 'starting'
  private running: Running | null = null
  private watching: NodeJS.Timeout | null = null
  private readonly notifyListeners: ((payload: string) => void)[] = []
  private readonly readyListeners: (() => void)[] = []

  constructor(private readonly options: SupervisorOptions) {}

  /** Called with every notification of the database. */
  onNotify(listener: (payload: string) => void): void {
    this.notifyListeners.push(listener)
  }

  /** Called when the database has been opened again after a failure. */
  onReopened(listener: () => void): void {
    this.readyListeners.push(listener)
  }

  /** Called when the database could not be opened again. */
  onFailed: (reason: Error) => void = () => {}

  /** Opens the database for the first time. Rejects with what stood in the way. */
  async start(): Promise<void> {
    await this.spawn()
    this.options.onPrepared()
    this.state = 'ready'
    const pollMs = Math.min(1000, this.options.queryLimitMs / 4)
    this.watching = setInterval(() => this.endRunaway(), pollMs)
    this.watching.unref()
  }

  /**
   * Asks the database's thread.
   *
   * @throws {Unavailable} while it starts, and when it ends before it has answered: whether a write happened is not known then
   */
  async call<N extends keyof WorkerFunctions & string>(
    name: N,
    ...given: Parameters<WorkerFunctions[N]>
  ): Promise<Awaited<ReturnType<WorkerFunctions[N]>>> {
    if (this.state !== 'ready' || !this.running) throw new Unavailable('The database is starting')
    if (this.running.caller.waiting >= MOST_WAITING) throw new Unavailable('Too many requests are waiting')
    return await this.running.caller.call(name, ...given)
  }

  /** Closes the database and ends its thread. */
  async stop(): Promise<void> {
    const wasReady = this.state === 'ready'
    this.state = 'stopped'
    if (this.watching) clearInterval(this.watching)
    if (!this.running) return
    const { worker, caller } = this.running
    if (wasReady) await Promise.race([caller.call('close').catch(() => {}), delay(CLOSE_MS)])
    await worker.terminate()
  }

  private async spawn(): Promise<void> {
    const { databaseFolder, storageFolder, durable, template, migrationsDir, seed, basemapFile, keys } = this.options
    const memory = makeWatchedMemory()
    const workerData: WorkerOptions = {
      databaseFolder,
      storageFolder,
      durable,
      template,
      migrationsDir,
      seed,
      basemapFile,
      keys,
      memory,
    }
    const worker = new Worker(join(dirname(fileURLToPath(import.meta.url)), 'entry.mjs'), {
      workerData,
      execArgv: [], // a loader given on the command line must not run twice
    })
    const caller = new Caller<WorkerFunctions>(worker as Port)
    const running = { worker, caller, memory }
    this.running = running
    worker.on('message', (message: WorkerEvent) => this.hear(running, message))
    worker.once('error', (error) => caller.end(error as Error))
    worker.once('exit', () => {
      caller.end(new Unavailable('The database has stopped'))
      if (this.running === running && this.state === 'ready') void this.restart()
    })
    try {
      await caller.call('start')
    } catch (error) {
      this.running = null
      await worker.terminate()
      throw error
    }
  }

  private hear(running: Running, message: WorkerEvent): void {
    if (message.kind === 'notify') for (const listener of this.notifyListeners) listener(message.payload)
    if (message.kind === 'progress') this.options.onProgress(message)
    if (message.kind === 'step') this.options.onStep(message.step)
    if (message.kind === 'notice') this.options.log(message.notice)
    if (message.kind === 'broken') {
      this.options.log(`The database engine has failed and is opened again: ${message.reason}`)
      void running.worker.terminate()
    }
  }

  private endRunaway(): void {
    if (this.state !== 'ready' || !this.running) return
    const ageMs = statementAgeMs(this.running.memory)
    if (ageMs <= this.options.queryLimitMs) return
    this.options.log(`A statement has run for ${Math.round(ageMs / 1000)} s and is ended; the database is opened again`)
    void this.running.worker.terminate()
  }

  private async restart(): Promise<void> {
    this.state = 'restarting'
    this.running = null
    let reason: unknown
    for (const delayMs of RESTART_DELAYS_MS) {
      await delay(delayMs)
      if (this.isStopped()) return
      try {
        await this.spawn()
        if (this.isStopped()) return
        this.state = 'ready'
        for (const listener of this.readyListeners) listener()
        return
      } catch (error) {
        reason = error
      }
    }
    if (this.isStopped()) return
    this.state = 'failed'
    this.onFailed(reason as Error)
  }

  /** Asked after every wait: `stop` may have been called meanwhile. */
  private isStopped(): boolean {
    return this.state === 'stopped'
  }
}

const delay = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref())
