// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where Chrome, Chromium and Edge stand when their own installers put them there. */
const USUAL_PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable]
    if (!folder) return []
    return [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ].map((path) => join(folder, path))
  }),
}

/** How tests and measurements start it: without a graphics card, and without a word to anybody but our own server. */
export const CHROMIUM_ARGUMENTS = [
  // A container's root may not make the sandbox's namespaces; only our own pages are opened.
  ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** The Debian packages that the browser tests need: a browser, and letters for the Chinese pages. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk']

/**
 * The installed browser that the tests drive.
 *
 * @returns {string | null} path of the program: CHROME_PATH when set, else the first one in the usual places
 */
export function findChromium() {
  if (process.env.CHROME_PATH) return existsSync(process.env.CHROME_PATH) ? process.env.CHROME_PATH : null
  const places = USUAL_PLACES[/** @type {keyof typeof USUAL_PLACES} */ (process.platform)] ?? []
  return places.find((place) => existsSync(place)) ?? null
}

/**
 * Says why the browser tests cannot run here, or null when they can.
 *
 * @returns {string | null} one sentence for people
 */
export function browserRefusal() {
  const browser = findChromium()
  if (!browser) {
    return process.env.CHROME_PATH
      ? `CHROME_PATH is ${process.env.CHROME_PATH}, and no file is there.`
      : 'The browser tests need Chrome, Chromium or Edge: install one, or set CHROME_PATH to the program.'
  }
  // Asked only where the answer is printed and no window opens.
  if (process.platform === 'linux') {
    const { status } = spawnSync(browser, ['--version'], { stdio: 'ignore', timeout: 30_000 })
    if (status !== 0) return `${browser} does not start: the browser tests need a Chrome, Chromium or Edge that does.`
  }
  return hasChineseFont()
    ? null
    : 'The browser tests need a Chinese font: install Noto Sans CJK (Debian: fonts-noto-cjk).'
}

/** macOS and Windows bring one along; elsewhere fontconfig knows. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return Boolean(stdout?.trim())
}

/**
 * Sees to it that the browser tests can run: on a Debian-like system, as root, what is missing is installed.
 *
 * @throws {Error} with one sentence for people when they cannot run
 */
export function ensureBrowser() {
  if (browserRefusal() && mayInstall()) {
    console.log(`Installing ${DEBIAN_PACKAGES.join(' and ')} for the browser tests.`)
    aptGet('update')
    aptGet('install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES)
  }
  const refusal = browserRefusal()
  if (refusal) throw new Error(refusal)
}

function mayInstall() {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    !process.env.CHROME_PATH
  )
}

/** @param {string[]} options */
function aptGet(...options) {
  const { status } = spawnSync('apt-get', ['-q', ...options], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0)
    throw new Error(`apt-get ${options[0]} failed: see above. The browser tests need ${DEBIAN_PACKAGES.join(' and ')}.`)
}
