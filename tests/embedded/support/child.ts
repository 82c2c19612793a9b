import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

export interface Child {
  process: ChildProcess
  /** Everything it has written so far. */
  output: () => string
  /** Waits for a line that matches, and gives the match. Rejects when the process ends before. */
  says: (pattern: RegExp) => Promise<RegExpMatchArray>
  /** Waits for its end, and gives its exit code; null after a signal. */
  ended: Promise<number | null>
}

const repositoryRoot = join(import.meta.dirname, '..', '..', '..')

/** Starts a script of this repository in a process of its own, TypeScript or not, with what else its environment is to say. */
export function startChild(script: string, given: string[], cwd = repositoryRoot, env: NodeJS.ProcessEnv = {}): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', join(repositoryRoot, script), ...given], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', ...env }, // the test runner's own are not for it
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const listeners = new Set<() => void>()
  const hear = (chunk: Buffer) => {
    output += chunk.toString()
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))

  const says = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const match = output.match(pattern)
        if (!match) return
        listeners.delete(look)
        resolve(match)
      }
      listeners.add(look)
      look()
      void ended.then((code) => reject(new Error(`ended with ${code} before it said ${pattern}:\n${output}`)))
    })
  return { process: child, output: () => output, says, ended }
}

/** Starts the server over the fixture as `npm start` would, with its signals and sentences. */
export function serveFixture(options: object): Child {
  return startChild('tests/embedded/support/serve-fixture.ts', [JSON.stringify(options)])
}

/** The address that a started server prints. */
export async function addressOf(child: Child): Promise<string> {
  return (await child.says(/http:\/\/127\.0\.0\.1:\d+/))[0]
}
