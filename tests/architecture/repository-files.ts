import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The root of the repository. */
export const repositoryRoot = resolve(import.meta.dirname, '../..')

/** Paths of the files that are, or are about to be, in the repository: what Git ignores is left out, deleted files too. */
export function repositoryFiles(): string[] {
  const git = (...options: string[]) =>
    execFileSync('git', ['ls-files', '-z', ...options], { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 2 ** 26 })
      .split('\0')
      .filter(Boolean)
  const gone = new Set(git('--deleted'))
  return [...new Set(git('--cached', '--others', '--exclude-standard'))].filter((file) => !gone.has(file)).sort()
}

/** The text of a repository file, or null when it is not text (it holds a zero byte). */
export function textOf(file: string): string | null {
  const bytes = readFileSync(join(repositoryRoot, file))
  return bytes.includes(0) ? null : bytes.toString('utf8')
}
