import type { Page } from '@playwright/test'

/** Work that kept the main thread of a page for more than 50 ms; times in ms on the page's clock. */
export interface LongTask {
  at: number
  ms: number
}

interface Watching {
  longTasks?: LongTask[]
}

/** Writes down every long task of a page from its beginning on. Call before the first navigation. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: LongTask[] = []
    Object.assign(globalThis, { longTasks: seen } satisfies Watching)
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) seen.push({ at: startTime, ms: duration })
    }).observe({ type: 'longtask', buffered: true })
  })
}

/** The long tasks that began since an instant of the page's clock. */
export function longTasksSince(page: Page, since: number): Promise<LongTask[]> {
  return page.evaluate(async (from) => {
    // The observer is told after the task: two frames later it has been.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return ((globalThis as Watching).longTasks ?? []).filter(({ at }) => at >= from)
  }, since)
}

/** The page's clock, in ms. */
export const now = (page: Page): Promise<number> => page.evaluate(() => performance.now())
