import { expect, type Page } from '@playwright/test'

/** What the map element tells of its frame, as src/map/inspect-map.ts has it. */
export interface Drawn {
  zoom: number
  points: { no: number; group: number; shape: number; x: number; y: number }[]
  overdue: number[]
  cells: { n: number }[]
  discs: { found: number; open: number }[]
  areas: string[]
  places: { id: number; kind: string; x: number; y: number }[]
  basemap: string[]
}

interface MapBox extends Element {
  inspectMap?: () => Drawn
}

/** What the map of a page draws now; nothing before there is a map. */
export function drawn(page: Page): Promise<Drawn> {
  return page.evaluate(() => {
    const box: MapBox | null = document.querySelector('.town-map .box')
    return (
      box?.inspectMap?.() ?? {
        zoom: 0,
        points: [],
        overdue: [],
        cells: [],
        discs: [],
        areas: [],
        places: [],
        basemap: [],
      }
    )
  })
}

/** Asks the map ten times a second: what Playwright does by itself is to ask once a second before long. */
export const SOON = { intervals: [100], timeout: 60_000 }

/** Waits until the map draws hotspots one by one. */
export async function expectSomeDrawn(page: Page): Promise<void> {
  await expect.poll(async () => (await drawn(page)).points.length, SOON).toBeGreaterThan(0)
}

/** Waits until the map draws exactly these many hotspots one by one. */
export async function expectDrawn(page: Page, count: number): Promise<void> {
  await expect.poll(async () => (await drawn(page)).points.length, SOON).toBe(count)
}

/** Clicks a hotspot where the map draws it. */
export async function clickHotspot(page: Page, no: number): Promise<void> {
  const point = (await drawn(page)).points.find((each) => each.no === no)
  if (!point) throw new Error(`Hotspot ${no} is not on the screen.`)
  const box = await page.locator('.town-map .box').boundingBox()
  await page.mouse.click((box?.x ?? 0) + point.x, (box?.y ?? 0) + point.y)
}

/**
 * Starts to watch, frame by frame, for a hotspot to be drawn in the colour of a status group.
 *
 * @returns the time at which it was, in ms since 1970 on the page's clock
 */
export function seenAt(page: Page, no: number, group: number): Promise<number> {
  return page.evaluate(
    ([wanted, colour]) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const box: MapBox | null = document.querySelector('.town-map .box')
          const point = box?.inspectMap?.().points.find((each) => each.no === wanted)
          if (point?.group === colour) resolve(performance.timeOrigin + performance.now())
          else requestAnimationFrame(look)
        }
        look()
      }),
    [no, group] as const,
  )
}
