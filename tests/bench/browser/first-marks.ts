import type { Browser } from '@playwright/test'
import type { Measure } from '../measure/measure-all.ts'
import { sessionOf } from '../server/accounts.ts'
import type { Site } from '../measure/site.ts'

export const FIRST_CELLS = 'first marks of the whole extent (Chromium)'
export const FIRST_POINTS = 'first points of the new street (Chromium)'

/** A cold page costs seconds where maps are drawn in software. */
const PER_ROUND = 1
const LONGEST_MS = 120_000
/** Where the app keeps its session. */
const SESSION_KEY = 'session'

interface Drawn {
  cells: unknown[]
  points: unknown[]
}

/** Opens the map in a page that knows nothing yet; the clock is the page's own, from the navigation to the first frame with a mark. */
export function browserMeasures(browser: Browser): Measure[] {
  return [
    // A thousand hotspots come as points even here, a million as cells: what counts is when the person sees where they are.
    { name: FIRST_CELLS, perRound: PER_ROUND, run: (site) => firstMarkMs(browser, site, '11.50/30.97/117.966', false) },
    {
      name: FIRST_POINTS,
      perRound: PER_ROUND,
      run: (site) => firstMarkMs(browser, site, '16.50/30.9701/118.0343', true),
    },
  ]
}

async function firstMarkMs(browser: Browser, site: Site, camera: string, pointsOnly: boolean): Promise<number> {
  const session = await sessionOf(site.server, 'viewer')
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  try {
    const page = await context.newPage()
    await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [SESSION_KEY, session] as const)
    await page.goto(`${site.server.url}/map?m=${camera}&root=${site.root}`, { waitUntil: 'commit' })
    // One function without another in it: a named one would carry a helper of the compiler's that the page does not have.
    const firstFrame = await page.waitForFunction(
      (onlyPoints) => {
        const box = document.querySelector<Element & { inspectMap?: () => Drawn }>('.town-map .box')
        const drawn = box?.inspectMap?.()
        const marks = drawn ? drawn.points.length + (onlyPoints ? 0 : drawn.cells.length) : 0
        return marks > 0 ? performance.now() : false
      },
      pointsOnly,
      { polling: 'raf', timeout: LONGEST_MS },
    )
    return Number(await firstFrame.jsonValue())
  } finally {
    await context.close()
  }
}
