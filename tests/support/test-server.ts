import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Query } from './test-database.ts'
import { repositoryRoot, seedFile } from './schema-files.ts'
import type { Answer, Request } from './test-server-process.ts'

/** The built app that the server hands to browsers. */
export const distDir = join(repositoryRoot, 'dist')

export type TestServer = {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  url: string
  keys: { publishableKey: string; secretKey: string }
  /** As the owner of the database, past all row level security. */
  query: Query
  /** A script as the owner. */
  exec: (sql: string) => Promise<void>
  /** Ends the server the way Ctrl-C does and removes its data. */
  stop: () => Promise<void>
}

/**
 * Starts the embedded backend in a process of its own, on a free port, over a new data folder: nothing of the test runner is
 * in it, and its event loop is its own.
 *
 * @param options.mode `demo` (default) has the small town, `empty` only the migrations
 * @param options.withApp whether it serves the built app, which has to be there then; true by default
 */
export async function startTestServer({
  mode = 'demo',
  withApp = true,
}: { mode?: 'demo' | 'empty'; withApp?: boolean } = {}): Promise<TestServer> {
  if (withApp && !existsSync(join(distDir, 'index.html')))
    throw new Error('The app is not built: run npm run build first.')
  const dataDir = await mkdtemp(join(tmpdir(), 'test-server-'))
  const child = fork(join(import.meta.dirname, 'test-server-process.ts'), {
    cwd: repositoryRoot,
    execArgv: ['--import', 'tsx'],
    // Keys of the tile pyramid are 64-bit integers, which JSON does not know.
    serialization: 'advanced',
    // The runner's own settings (its loader, its worker number) are not for the server.
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const speak = conversation(child)
  const { url, keys } = await speak<Extract<Answer, { keys: unknown }>>({
    do: 'start',
    options: {
      dataDir,
      mode,
      port: 0,
      host: '127.0.0.1',
      quiet: true,
      distDir: withApp ? distDir : null,
      seed: { kind: 'script', file: seedFile },
    },
  })

  return {
    url,
    keys,
    query: async <Row>(sql: string, parameters: unknown[] = []) =>
      (await speak<{ rows: Row[] }>({ do: 'query', sql, parameters })).rows,
    exec: async (sql) => {
      await speak({ do: 'exec', sql })
    },
    stop: async () => {
      // One that died in a test is gone already.
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGTERM')
        await gone
      }
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Numbers what is asked, so that answers find their questions; a dead server answers everything with its death. */
function conversation(child: ChildProcess) {
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>()
  let count = 0
  let death: Error | undefined

  child.on('message', ({ id, answer, error }: { id: number; answer?: Answer; error?: string }) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.resolve(answer as never)
    else asked?.reject(new Error(error))
  })
  child.once('exit', (code, signal) => {
    death = new Error(`The server ended (${signal ?? code}).`)
    for (const { reject } of waiting.values()) reject(death)
  })

  return <Result>(request: Request) =>
    new Promise<Result>((resolve, reject) => {
      if (death) return reject(death)
      count += 1
      waiting.set(count, { resolve, reject })
      child.send({ id: count, request })
    })
}
