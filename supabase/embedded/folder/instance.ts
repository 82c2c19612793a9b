import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import { writePrivateFile } from './write-private-file.ts'

/** `demo`: invented data and accounts everybody knows; `empty`: begins with the migrations alone, data and keys are its owner's. */
export type Mode = 'demo' | 'empty'

interface Remembered {
  format: 1
  mode: Mode
  /** False until the database has been made: what a crash leaves before that was never used and is thrown away. */
  isPrepared: boolean
  createdAt: string
}

/** Where the parts of an instance are. */
export interface InstanceFolders {
  folder: string
  databaseFolder: string
  storageFolder: string
}

/**
 * Opens a data folder, or begins one. The caller holds the folder's lock.
 *
 * @throws {StartError} when it was made in the other mode, by a later version, or holds something else
 */
export function openInstance(folder: string, mode: Mode): InstanceFolders {
  const remembered = read(folder)
  if (remembered && remembered.mode !== mode) throw otherMode(folder, remembered.mode)
  if (!remembered) begin(folder, mode)
  const databaseFolder = join(folder, 'database')
  if (!remembered?.isPrepared) rmSync(databaseFolder, { recursive: true, force: true })
  return { folder, databaseFolder, storageFolder: join(folder, 'storage') }
}

/** Notes that the database stands and may never again be thrown away. */
export function markPrepared(folder: string): void {
  const remembered = read(folder)
  if (remembered && !remembered.isPrepared) write(folder, { ...remembered, isPrepared: true })
}

function begin(folder: string, mode: Mode): void {
  const others = readdirSync(folder).filter((name) => !name.startsWith('lock'))
  if (others.length > 0) {
    throw new StartError(
      `数据目录 ${folder} 里有别的文件:请用 --data-dir 指定一个空目录。`,
      `The data folder ${folder} holds other files: name an empty one with --data-dir.`,
    )
  }
  write(folder, { format: 1, mode, isPrepared: false, createdAt: new Date().toISOString() })
}

const fileOf = (folder: string) => join(folder, 'instance.json')

function read(folder: string): Remembered | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(fileOf(folder))) return null
  const remembered = JSON.parse(readFileSync(fileOf(folder), 'utf8')) as Remembered
  if (remembered.format === 1) return remembered
  throw new StartError(
    `数据目录 ${folder} 由更新的版本建立,此版本不能打开。`,
    `The data folder ${folder} was made by a later version; this one cannot open it.`,
  )
}

function write(folder: string, remembered: Remembered): void {
  writePrivateFile(fileOf(folder), `${JSON.stringify(remembered, null, 2)}\n`)
}

function otherMode(folder: string, mode: Mode): StartError {
  return mode === 'demo'
    ? new StartError(
        `数据目录 ${folder} 是演示数据(--demo),不能用 --empty 打开:请用 --data-dir 另选目录。`,
        `The data folder ${folder} holds demo data and cannot be opened with --empty: choose another with --data-dir.`,
      )
    : new StartError(
        `数据目录 ${folder} 是用 --empty 建立的正式数据,不能作为演示打开:请加上 --empty,或用 --data-dir 另选目录。`,
        `The data folder ${folder} was made with --empty and cannot be opened as a demo: add --empty, or choose another with --data-dir.`,
      )
}
