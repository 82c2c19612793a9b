import type { Browser, Page } from '@playwright/test'
import type { Site } from '../measure/site.ts'
import { sessionOf } from '../server/accounts.ts'
import { busiestTaskMs } from './busiest-task.ts'
import { longTasksSince, now, watchLongTasks, type LongTask } from './long-tasks.ts'

/** Where the app keeps its session. */
const SESSION_KEY = 'session'
const LONGEST_MS = 300_000

/** What one part of a replay cost the page. */
export interface Part {
  what: string
  ms: number
  longTasks: LongTask[]
  /** Processor time of the busiest task in ms: what is left of a long one when nothing else runs on the machine. */
  busiestMs: number
}

/** What a replay showed on a day. */
export interface Shown {
  day: string
  /** True at the last step, which is now. */
  isNow: boolean
  found: number
  done: number
  bySource: number
  open: number
}

interface MapBox extends Element {
  inspectMap?: () => { cells: unknown[]; points: unknown[]; discs: unknown[] }
}

/** Opens the map of a site and a replay on it, plays it through, drags it about, and reads it at three days. */
export async function playInBrowser(
  browser: Browser,
  site: Site,
): Promise<{ parts: Part[]; shown: Shown[]; steps: number; discs: number }> {
  const session = await sessionOf(site.server, 'viewer')
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  context.setDefaultTimeout(LONGEST_MS)
  try {
    const page = await context.newPage()
    await watchLongTasks(page)
    await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [SESSION_KEY, session] as const)
    await page.goto(`${site.server.url}/map?root=${site.root}`)
    await drawn(page, 'marks')
    const parts: Part[] = []
    const part = async (what: string, work: () => Promise<void>) => {
      await browser.startTracing(page, { categories: ['toplevel'] })
      const from = await now(page)
      await work()
      const ms = (await now(page)) - from
      const longTasks = await longTasksSince(page, from)
      parts.push({ what, ms, longTasks, busiestMs: busiestTaskMs(await browser.stopTracing()) })
    }

    // What the machine makes of a map that is only moved: software that stands in for a graphics card holds up the page by itself.
    await part('for comparison: closer and back, without a replay', async () => {
      await page.getByRole('button', { name: '放大', exact: true }).click()
      await frames(page, 20)
      await page.getByRole('button', { name: '缩小', exact: true }).click()
      await frames(page, 20)
    })
    const slider = page.getByRole('slider', { name: '回放日期' })
    await part('open and read', async () => {
      await page.getByRole('button', { name: '按周回放' }).click()
      await slider.waitFor()
      await frames(page, 30)
    })
    const last = Number(await slider.getAttribute('max'))
    // Asking the map what it draws is a long task itself, and so it is asked between the parts.
    await drawn(page, 'discs')
    const discs = await page.evaluate(
      () => document.querySelector<MapBox>('.town-map .box')?.inspectMap?.().discs.length ?? 0,
    )
    await part('play to the end', async () => {
      await page.getByRole('button', { name: '从头播放' }).click()
      await page.getByRole('button', { name: '从头播放' }).waitFor()
    })
    await part('drag through all weeks and back', async () => {
      for (let step = last; step >= 0; step -= 1) await slider.fill(String(step))
      for (let step = 0; step <= last; step += 4) await slider.fill(String(step))
    })
    await part('go closer, and read what is there', async () => {
      await page.getByRole('button', { name: '放大', exact: true }).click()
      const read = page.waitForResponse((response) => response.url().includes('replay_chunk'))
      await page.getByRole('button', { name: '放大', exact: true }).click()
      await read
      await frames(page, 30)
    })
    const shown: Shown[] = []
    for (const step of [Math.round(last / 4), Math.round((last * 2) / 3), last]) {
      await slider.fill(String(step))
      shown.push({ ...(await readBar(page)), isNow: step === last })
    }
    return { parts, shown, steps: last + 1, discs }
  } finally {
    await context.close()
  }
}

/** Lets the page draw so many frames. */
async function frames(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1)
    await page.evaluate(() => new Promise<number>((resolve) => requestAnimationFrame(resolve)))
}

/** Waits until the map shows something of the kind. */
async function drawn(page: Page, what: 'marks' | 'discs'): Promise<void> {
  await page.waitForFunction(
    (kind) => {
      const map = document.querySelector<MapBox>('.town-map .box')?.inspectMap?.()
      if (!map) return false
      return kind === 'discs' ? map.discs.length > 0 : map.cells.length + map.points.length > 0
    },
    what,
    { polling: 500 },
  )
}

/** The numbers of the bar once they have stopped rolling: the same for ten frames. */
async function readBar(page: Page): Promise<Omit<Shown, 'isNow'>> {
  let before = ''
  for (let same = 0; same < 10;) {
    const text = await page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          requestAnimationFrame(() => resolve(document.querySelector('.replay-numbers')?.textContent ?? '')),
        ),
    )
    same = text === before ? same + 1 : 0
    before = text
  }
  const { day, numbers } = await page.evaluate(() => ({
    day: document.querySelector('.replay-bar time')?.getAttribute('datetime') ?? '',
    numbers: [...document.querySelectorAll('.replay-numbers dd')].map((each) =>
      Number(each.textContent?.replace(/[^\d.]/g, '')),
    ),
  }))
  const [found = NaN, done = NaN, bySource = NaN, open = NaN] = numbers
  return { day, found, done, bySource, open }
}
