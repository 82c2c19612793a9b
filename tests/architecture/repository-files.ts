import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The root of the repository. */
export const repositoryRoot = resolve(import.meta.dirname, '../..')

/** Folders that are made here and never looked at, for a copy of the sources without Git. */
const MADE_HERE = /^(\.git|node_modules|dist|data|test-results)(\/|$)/

/**
 * Paths of the files that are, or are about to be, in the repository: what Git ignores is left out, deleted files too.
 * Without Git, every file that is not made here.
 */
export function repositoryFiles(): string[] {
  const known = git('--cached', '--others', '--exclude-standard')
  if (!known) {
    return readdirSync(repositoryRoot, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(repositoryRoot.length + 1))
      .filter((file) => !MADE_HERE.test(file))
      .sort()
  }
  const gone = new Set(git('--deleted'))
  return [...new Set(known)].filter((file) => !gone.has(file)).sort()
}

/** The text of a repository file, or null when it is not text (it holds a zero byte). */
export function textOf(file: string): string | null {
  const bytes = readFileSync(join(repositoryRoot, file))
  return bytes.includes(0) ? null : bytes.toString('utf8')
}

/** File names as `git ls-files` gives them, whoever owns the folder; null where there is no Git or no repository. */
function git(...options: string[]): string[] | null {
  const { status, stdout } = spawnSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z', ...options], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  return status === 0 ? stdout.split('\0').filter(Boolean) : null
}
