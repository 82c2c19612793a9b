// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the built app is made of. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/**
 * Builds the app when it has never been built or a source is newer than what was built.
 *
 * @param {string} root the repository, with its packages installed
 * @throws {Error} with one sentence for people when the build fails
 */
export function ensureBuilt(root) {
  const built = join(root, 'dist', 'index.html')
  if (existsSync(built) && SOURCES.every((source) => newest(join(root, source)) <= statSync(built).mtimeMs)) return
  console.log('正在构建网页,约需一分钟…  Building the app, which takes about a minute.')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('网页构建失败,原因见上。\nThe app could not be built: see above.')
}

/**
 * @param {string} path a file or folder
 * @returns {number} when it or anything in it was last changed, in ms; 0 when it is not there
 */
function newest(path) {
  if (!existsSync(path)) return 0
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}
