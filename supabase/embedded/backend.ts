import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import type { LoadProgress } from '../demo/load/load-demo.ts'
import type { Seed } from './engine/seed.ts'
import type { StartStep } from './engine/start-step.ts'
import { openInstance, markPrepared, type Mode } from './folder/instance.ts'
import { demoKeys, ownKeys, type Keys } from './folder/keys.ts'
import { lockFolder, type Unlock } from './folder/lock.ts'
import { Api, isApiPath } from './http/api.ts'
import { demoAccounts } from './http/demo-accounts.ts'
import { ANY_ORIGIN, sendJson } from './http/respond.ts'
import { isSetupPath, Setup } from './http/setup.ts'
import { StaticFiles } from './http/static-files.ts'
import { RealtimeEndpoint } from './realtime/endpoint.ts'
import { Housekeeping } from './worker/housekeeping.ts'
import { Supervisor } from './worker/supervisor.ts'

export interface BackendOptions {
  dataDir: string
  mode: Mode
  migrationsDir: string
  /** In demo mode only. */
  seed: Seed | null
  template: 'use' | 'make'
  /** False only for tests that do not care: nothing reaches the disk in time. */
  durable: boolean
  queryLimitMs: number
  /** Whether a proxy on this machine says who asks. */
  behindProxy: boolean
  /** Told how far the demo township has been loaded. */
  onProgress: (progress: LoadProgress) => void
  /** Told what a start has begun to do. */
  onStep: (step: StartStep) => void
  log: (line: string) => void
  /** The database has failed and cannot be opened again. */
  onFailed: (reason: Error) => void
}

/** Map archives in the folder `basemap` of the data folder, read in parts. */
const BASEMAPS = '/basemap/'

/** The embedded Supabase: everything but the pages. Mounted in the product's own server and in the development server alike. */
export class Backend {
  readonly supervisor: Supervisor
  /** What the start does; null when it does nothing that takes seconds. */
  step: StartStep | null = null
  private readonly api: Api
  private readonly setup: Setup
  private readonly realtime: RealtimeEndpoint
  private readonly housekeeping: Housekeeping
  private readonly basemaps: StaticFiles

  private constructor(
    readonly keys: Keys,
    private readonly options: BackendOptions,
    folders: ReturnType<typeof openInstance>,
    private readonly unlock: Unlock,
  ) {
    const { log, queryLimitMs, behindProxy, mode } = options
    const seed = mode === 'demo' ? options.seed : null
    this.supervisor = new Supervisor({
      databaseFolder: folders.databaseFolder,
      storageFolder: folders.storageFolder,
      durable: options.durable,
      template: options.template,
      migrationsDir: options.migrationsDir,
      seed,
      basemapFile: seed?.kind === 'demo' ? join(folders.folder, 'basemap', 'demo.pmtiles') : null,
      onProgress: options.onProgress,
      onStep: (step) => {
        this.step = step
        options.onStep(step)
      },
      keys,
      queryLimitMs,
      onPrepared: () => markPrepared(folders.folder),
      log,
    })
    this.supervisor.onFailed = options.onFailed
    this.api = new Api({ supervisor: this.supervisor, answerLimitMs: 2 * queryLimitMs, behindProxy, log })
    this.setup = new Setup(this.supervisor, mode === 'empty', behindProxy)
    this.realtime = new RealtimeEndpoint({ supervisor: this.supervisor, keys, log })
    this.housekeeping = new Housekeeping(this.supervisor, log)
    this.basemaps = new StaticFiles(join(folders.folder, 'basemap'))
  }

  /**
   * Takes the data folder. The database is opened by `start`.
   *
   * @throws {StartError} when the folder is in use or not one of ours
   */
  static async claim(options: BackendOptions): Promise<Backend> {
    const unlock = await lockFolder(options.dataDir)
    try {
      const folders = openInstance(options.dataDir, options.mode)
      const keys = options.mode === 'demo' ? demoKeys : ownKeys(options.dataDir)
      return new Backend(keys, options, folders, unlock)
    } catch (error) {
      await unlock()
      throw error
    }
  }

  /** Opens the database; until then every request for it is answered with 503. */
  async start(): Promise<void> {
    await this.supervisor.start()
    this.housekeeping.start()
  }

  /**
   * Answers a request that is for the backend.
   *
   * @returns false when it is for somebody else (a page)
   */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const url = urlOf(request)
    if (!url) return false
    const path = url.pathname
    if (path === '/healthz') this.answerHealth(response)
    else if (path === '/config.json') this.answerConfig(response)
    else if (isApiPath(path)) this.run(this.api.handle(request, response, url), response)
    else if (isSetupPath(path)) this.run(this.setup.handle(request, response, path), response)
    else if (path.startsWith(BASEMAPS))
      this.run(this.basemaps.handle(request, response, path.slice(BASEMAPS.length - 1)), response)
    else if (path.startsWith('/realtime/v1/')) sendJson(response, 404, { message: 'Not found' }, ANY_ORIGIN)
    else return false
    return true
  }

  /** Takes over a socket that asks for realtime; false when it is for somebody else. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    return this.realtime.upgrade(request, socket, head)
  }

  /** Sends the sockets away. A server that listens cannot end before. */
  closeSockets(): void {
    this.realtime.close()
  }

  /** Closes the database and gives the folder free. */
  async stop(): Promise<void> {
    this.housekeeping.stop()
    this.closeSockets()
    await this.supervisor.stop()
    await this.unlock()
  }

  private answerHealth(response: ServerResponse): void {
    const isReady = this.supervisor.state === 'ready'
    sendJson(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'starting' })
  }

  private answerConfig(response: ServerResponse): void {
    const isDemo = this.options.mode === 'demo'
    sendJson(response, 200, {
      supabaseUrl: null, // the page's own origin
      publishableKey: this.keys.publishableKey,
      mode: isDemo ? 'demo' : 'own',
      ...(isDemo && { demoAccounts: demoAccounts.map(({ email, password, role }) => ({ email, password, role })) }),
    })
  }

  /** A defect in a route is told and answered, and ends nothing but its request. */
  private run(work: Promise<void>, response: ServerResponse): void {
    work.catch((error: unknown) => {
      this.options.log(String((error as Error).stack ?? error))
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, { message: 'Internal server error' })
    })
  }
}

/** Null for what no client of ours sends: an absolute address, `*`, `//host`. */
function urlOf({ url }: IncomingMessage): URL | null {
  if (!url?.startsWith('/') || url.startsWith('//') || !URL.canParse(url, 'http://localhost')) return null
  return new URL(url, 'http://localhost')
}
