// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What a fresh clone needs before anything else can run, shared by `npm start` and `npm test`. Plain JavaScript without
 * imports of packages: it runs before there are any.
 */

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/**
 * Says why this Node cannot run the product, or null when it can.
 *
 * @param {string} root folder of package.json, whose `engines.node` is `>=major.minor`
 * @param {string} [version] the running version, `20.19.0`
 * @returns {string | null} one sentence, in Chinese and in English
 */
export function nodeRefusal(root, version = process.versions.node) {
  const wanted = readJson(join(root, 'package.json')).engines.node.replace(/^>=\s*/, '')
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number)
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isEnough = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
  if (isEnough) return null
  return `需要 Node.js ${wanted} 或更新的版本,这里是 ${version}。\nNode.js ${wanted} or newer is needed; this is ${version}.`
}

/**
 * Says in what way node_modules differs from package-lock.json, or null when every package stands there at its version.
 * Packages for other platforms may be missing.
 *
 * @param {string} root folder of package-lock.json
 * @returns {string | null} one sentence
 */
export function installationRefusal(root) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return 'node_modules is missing.'
  const installed = readJson(record).packages
  const wanted = Object.entries(readJson(join(root, 'package-lock.json')).packages)
  const differs = wanted.find(([path, entry]) => {
    if (path === '') return false
    const found = installed[path]
    return found ? found.version !== entry.version : !entry.optional
  })
  return differs ? `node_modules does not match package-lock.json (${differs[0]}).` : null
}

/**
 * Checks Node and installs the packages of package-lock.json when they are missing or others.
 *
 * @param {string} root the repository
 * @throws {Error} with one sentence for people when Node is too old or `npm ci` fails
 */
export function ensureInstalled(root) {
  const tooOld = nodeRefusal(root)
  if (tooOld) throw new Error(tooOld)
  const reason = installationRefusal(root)
  if (!reason) return

  console.log(`正在安装依赖,约需一分钟…  ${reason} Installing the packages, which takes about a minute.`)
  const status = runNpm(root, ['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (status !== 0) throw new Error('依赖安装失败,原因见上。\nThe packages could not be installed: see above.')
}

/**
 * How to run npm: the same npm when npm started us, else the one on the path.
 *
 * @returns {{ command: string, before: string[], shell: boolean }} `before` goes in front of npm's own options
 */
export function npmCommand() {
  const script = process.env.npm_execpath
  return script?.endsWith('npm-cli.js')
    ? { command: process.execPath, before: [script], shell: false }
    : { command: 'npm', before: [], shell: process.platform === 'win32' }
}

/**
 * Runs npm and shows what it says.
 *
 * @param {string} root the repository
 * @param {string[]} options as on npm's command line
 * @returns {number | null} the exit code, null when it could not be started or was killed
 */
export function runNpm(root, options) {
  const { command, before, shell } = npmCommand()
  return spawnSync(command, [...before, ...options], { cwd: root, stdio: 'inherit', shell }).status
}
