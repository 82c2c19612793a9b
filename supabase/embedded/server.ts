import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import type { LoadProgress } from '../demo/load/load-demo.ts'
import { backendDefaults } from './backend-defaults.ts'
import { Backend, type BackendOptions } from './backend.ts'
import { repositoryRoot } from './engine/cache-folder.ts'
import type { Row } from './engine/database-session.ts'
import type { Seed } from './engine/seed.ts'
import type { StartStep } from './engine/start-step.ts'
import type { Mode } from './folder/instance.ts'
import type { Keys } from './folder/keys.ts'
import { isExposed } from './http/exposed-host.ts'
import { asksForScreen, sendStartingPage } from './http/starting-page.ts'
import { StaticFiles } from './http/static-files.ts'
import type { DailyDigest } from './mail/daily-digest.ts'
import type { MailOptions } from './mail/mail-options.ts'
import { StartError } from './start-error.ts'

export interface ServerOptions {
  /** Made when missing. */
  dataDir: string
  /** 0 takes any free one. */
  port: number
  /** Address to listen on; 127.0.0.1 unless given. */
  host?: string
  mode: Mode
  /** Demo accounts on an address that others can reach: refused unless this is true. */
  forceExposedDemo?: boolean
  /** Whether a proxy on this machine stands before it and tells in `X-Forwarded-For` who asks. */
  behindProxy?: boolean
  migrationsDir?: string
  /** Comes in once, in demo mode only: the demo township unless given; null for nothing. */
  seed?: Seed | null
  /** The built app; null serves no pages. */
  distDir?: string | null
  /** Whether a new database may be copied from the cache (`use`), or one is put there for the next time as well (`make`). */
  template?: 'use' | 'make'
  durable?: boolean
  /** A statement of a request that runs longer is ended with its thread; 60 s unless given. */
  queryLimitMs?: number
  /** Sends each person what waits for it once a day; null and left out sends nothing. */
  mail?: MailOptions | null
  /** What the daily mail takes for the time; the clock unless given. */
  now?: () => Date
  /** Writes nothing to the console. */
  quiet?: boolean
  /** Told how far the demo township has been loaded. */
  onProgress?: (progress: LoadProgress) => void
  /** Told what a start has begun to do. */
  onStep?: (step: StartStep) => void
  /** The database has failed for good; the server cannot go on. */
  onFailed?: (reason: Error) => void
}

export interface RunningServer {
  url: string
  keys: Keys
  /** The token of the one-time link for the first admin; null when there is one, and in a demo. */
  firstAdminToken: string | null
  /** Runs one statement as the owner of the database, above row level security. For tests and measurements. */
  query: <T = Row>(sql: string, params?: readonly unknown[]) => Promise<T[]>
  /** Runs a script as the owner of the database. */
  exec: (sql: string) => Promise<void>
  /** The daily mail, to be hurried by tests; null where none is sent. */
  digest: Pick<DailyDigest, 'tick'> | null
  /** Stops listening, closes the database and gives the data folder free. */
  stop: () => Promise<void>
}

/** How long a stop waits for requests under way. */
const GRACE_MS = 3000

/**
 * Starts the product on one port: pages, REST, Auth, Storage and Realtime over the database in a data folder. Resolves when it is ready;
 * `/healthz` answers from the first moment on.
 *
 * @throws {StartError} with a sentence for people: folder or port in use, wrong mode, exposed demo
 * @throws {MigrationError} naming the migration that failed; nothing of it stays
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port, host = '127.0.0.1', mode, forceExposedDemo = false, behindProxy = false } = options
  if (mode === 'demo' && (isExposed(host) || behindProxy) && !forceExposedDemo)
    throw exposedDemo(isExposed(host) ? host : null)
  const backend = await Backend.claim(backendOptions(options))
  const server = createServer(handler(backend, options))
  server.requestTimeout = 60_000
  server.keepAliveTimeout = 65_000 // longer than a client's or proxy's, or it meets a closing socket
  server.on('upgrade', (request, socket, head) => {
    if (!backend.upgrade(request, socket, head)) socket.destroy()
  })
  let digest: DailyDigest | null = null
  const stop = once(async () => {
    backend.closeSockets()
    await digest?.stop()
    await stopListening(server)
    await backend.stop()
  })
  try {
    await listen(server, port, host)
    await backend.start()
    const url = `http://${reachable(host)}:${(server.address() as AddressInfo).port}`
    digest = await startMail(backend, options, url)
    return {
      url,
      keys: backend.keys,
      firstAdminToken: mode === 'empty' ? await backend.supervisor.call('offerFirstAdmin') : null,
      query: async <T = Row>(sql: string, params: readonly unknown[] = []) =>
        (await backend.supervisor.call('query', sql, params)) as T[],
      exec: (sql) => backend.supervisor.call('exec', sql),
      digest,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function backendOptions(options: ServerOptions): BackendOptions {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as ServerOptions
  return {
    ...backendDefaults,
    log: logOf(options),
    onFailed: () => {},
    ...given,
    dataDir: resolve(options.dataDir),
  }
}

const logOf = ({ quiet }: ServerOptions) => (quiet ? () => {} : (line: string) => console.error(line))

/** What sends mail is loaded only where mail is sent. */
async function startMail(backend: Backend, options: ServerOptions, ownUrl: string): Promise<DailyDigest | null> {
  const { mail = null, now = () => new Date() } = options
  if (!mail) return null
  const { startDigest } = await import('./mail/start-digest.ts')
  return startDigest(backend.supervisor, mail, { ownUrl, now, log: logOf(options) })
}

function handler(backend: Backend, { mode, distDir = join(repositoryRoot, 'dist') }: ServerOptions) {
  const pages = distDir === null ? null : new StaticFiles(resolve(distDir))
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (backend.handle(request, response)) return
    if (!pages) {
      response.writeHead(404).end()
      return
    }
    const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/'
    if (backend.supervisor.state === 'starting' && asksForScreen(request, path)) {
      sendStartingPage(response, mode, backend.step)
      return
    }
    pages.handle(request, response, path).catch(() => response.destroy())
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, port, host)))
    server.listen(port, host, resolve)
  })
}

async function stopListening(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cutOff = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(cutOff)
}

/** A second call gives the first one's result. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => (result ??= work())
}

/** An address that stands for all of them cannot be opened in a browser. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `端口 ${port} 已被占用:请停止占用它的程序,或用 --port 换一个端口。`,
      `Port ${port} is in use: stop the program that holds it, or choose another with --port.`,
    )
  }
  if (error.code === 'EACCES') {
    return new StartError(
      `没有权限使用端口 ${port}:请用 --port 换一个 1024 以上的端口。`,
      `Port ${port} needs more rights than this program has: choose one above 1024 with --port.`,
    )
  }
  return new StartError(
    `无法在 ${host}:${port} 上提供服务(${error.code}):请检查 --host。`,
    `Cannot listen on ${host}:${port} (${error.code}): check --host.`,
  )
}

/** @param host null for a proxy that makes it known */
function exposedDemo(host: string | null): StartError {
  return new StartError(
    `演示账号的密码人人皆知,不能${host ? `在 ${host} 上` : '在反向代理之后'}对外提供:正式使用请加 --empty;确实要公开演示,请加 --force-exposed-demo。`,
    `Everybody knows the demo accounts, so they are not offered ${host ? `on ${host}` : 'behind a proxy'}: use --empty for real work, or --force-exposed-demo if a public demo is meant.`,
  )
}
