import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { repositoryRoot } from '../../support/schema-files.ts'
import type { Answer, Request } from '../../support/test-server-process.ts'

/** The product over one data folder, in a process of its own, or its API over a database elsewhere. */
export interface BenchServer {
  url: string
  /** What answers in this process in the place of `url`, and the access token of an account by its address. */
  inProcess?: { fetch: typeof fetch; tokenOf: (email: string) => Promise<string> }
  keys: { publishableKey: string; secretKey: string }
  /** One statement as the owner of the database. */
  query: <Row>(sql: string, parameters?: unknown[]) => Promise<Row[]>
  /** A script as the owner of the database. */
  exec: (sql: string) => Promise<void>
  /** Ends the server the way Ctrl-C does; its data stay. */
  stop: () => Promise<void>
}

/**
 * Starts the embedded backend as `npm start -- --empty` does, on a free port.
 *
 * @param dataDir made when missing
 * @param distDir the built app; null serves no pages
 * @throws what the server could not start for
 */
export async function startBenchServer(dataDir: string, distDir: string | null): Promise<BenchServer> {
  const child = fork(join(repositoryRoot, 'tests/support/test-server-process.ts'), {
    cwd: repositoryRoot,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const ask = conversation(child)
  const started = await ask({
    do: 'start',
    options: { dataDir, mode: 'empty', port: 0, host: '127.0.0.1', quiet: true, distDir },
  })
  if (!('url' in started)) throw new Error('The server has not said where it is.')
  return {
    url: started.url,
    keys: started.keys,
    query: async <Row>(sql: string, parameters: unknown[] = []) => {
      const answer = await ask({ do: 'query', sql, parameters })
      return 'rows' in answer ? (answer.rows as Row[]) : []
    },
    exec: async (sql) => {
      await ask({ do: 'exec', sql })
    },
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** Questions to the process by number; its death answers all that are open. */
function conversation(child: ChildProcess) {
  const open = new Map<number, (outcome: { answer?: Answer; error?: string }) => void>()
  let count = 0
  child.on('message', ({ id, ...outcome }: { id: number; answer?: Answer; error?: string }) => open.get(id)?.(outcome))
  child.once('exit', (code, signal) => {
    for (const settle of open.values()) settle({ error: `The server ended (${signal ?? code}).` })
  })
  return (request: Request) =>
    new Promise<Answer>((resolve, reject) => {
      const id = ++count
      open.set(id, ({ answer, error }) => {
        open.delete(id)
        if (answer) resolve(answer)
        else reject(new Error(error))
      })
      child.send({ id, request })
    })
}
