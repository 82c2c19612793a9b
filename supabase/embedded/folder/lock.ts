import { randomUUID } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'

/** Who holds a data folder. */
interface Holder {
  id: string
  pid: number
  /** The process's start in clock ticks since boot: a number that a later process with the same pid does not have. Null outside Linux. */
  startedAt: string | null
  host: string
  since: string
}

/** How often the holder says that it lives, and after what silence a holder on another machine counts as dead. */
const SIGN_OF_LIFE_MS = 10_000
const SILENCE_MS = 60_000

/** Gives the folder free. */
export type Unlock = () => Promise<void>

/**
 * Takes a data folder for this process alone: two databases on one folder lose what either writes. Two locks together, because neither sees
 * everything: a socket without a file, which the kernel drops with the process (Linux, one network namespace), and a file that names its
 * holder, for other systems and for containers that share a volume. A dead holder's lock is taken over.
 *
 * @throws {StartError} naming the holder
 */
export async function lockFolder(folder: string): Promise<Unlock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = realpathSync(folder)
  const socket = await takeSocket(path)
  try {
    const releaseFile = takeFile(path)
    return async () => {
      releaseFile()
      await closed(socket)
    }
  } catch (error) {
    await closed(socket)
    throw error
  }
}

async function takeSocket(folder: string): Promise<Server | null> {
  if (process.platform !== 'linux') return null
  const { dev, ino } = statSync(folder)
  const server = createServer((connection) => connection.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? inUse(folder, readHolder(fileIn(folder))?.holder ?? null) : error),
    )
    server.listen(`\0environment-remediation-map-${dev}-${ino}`, resolve)
  })
  server.unref()
  return server
}

const closed = (server: Server | null) =>
  new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))

const fileIn = (folder: string) => join(folder, 'lock.json')

function takeFile(folder: string): () => void {
  const file = fileIn(folder)
  const mine: Holder = {
    id: randomUUID(),
    pid: process.pid,
    startedAt: startOf(process.pid),
    host: hostname(),
    since: new Date().toISOString(),
  }
  const complete = `${file}.${mine.id}`
  writeFileSync(complete, JSON.stringify(mine))
  try {
    for (;;) {
      if (linked(complete, file)) break
      const found = readHolder(file)
      if (!found) continue
      if (isAlive(found)) throw inUse(folder, found.holder)
      removeStale(file, found.holder)
    }
  } finally {
    rmSync(complete)
  }
  const beat = setInterval(() => touch(file), SIGN_OF_LIFE_MS)
  beat.unref()
  return () => {
    clearInterval(beat)
    if (readHolder(file)?.holder.id === mine.id) rmSync(file, { force: true })
  }
}

/** A link appears whole or not at all, and never over another file. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readHolder(file: string): { holder: Holder; silentForMs: number } | null {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder
    return { holder, silentForMs: Date.now() - statSync(file).mtimeMs }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null // given free this moment
    throw error
  }
}

function isAlive({ holder, silentForMs }: { holder: Holder; silentForMs: number }): boolean {
  if (holder.host !== hostname()) return silentForMs < SILENCE_MS
  if (holder.startedAt !== null) return startOf(holder.pid) === holder.startedAt
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Moves the dead holder's file away; if another process was quicker and this is already its new one, that one is put back. */
function removeStale(file: string, dead: Holder): void {
  const moved = `${file}.${randomUUID()}`
  try {
    renameSync(file, moved)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const isTheDead = readHolder(moved)?.holder.id === dead.id
  if (!isTheDead) linked(moved, file)
  rmSync(moved)
}

function touch(file: string): void {
  const now = new Date()
  try {
    utimesSync(file, now, now)
  } catch {
    // the folder is gone or read-only: the database will say so itself, a missed sign of life says nothing new
  }
}

function startOf(pid: number): string | null {
  if (process.platform !== 'linux') return null
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function inUse(folder: string, holder: Holder | null): StartError {
  const who = holder
    ? { zh: `进程 ${holder.pid}(${holder.host})`, en: `process ${holder.pid} on ${holder.host}` }
    : null
  return new StartError(
    `数据目录 ${folder} 正被${who?.zh ?? '另一个进程'}使用:请先停止它,或用 --data-dir 另选目录。`,
    `The data folder ${folder} is in use by ${who?.en ?? 'another process'}: stop it first, or choose another with --data-dir.`,
  )
}
