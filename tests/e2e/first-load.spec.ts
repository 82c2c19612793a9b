import type { Page } from '@playwright/test'
import { gzipSync } from 'node:zlib'
import { expect, test } from '../support/app.ts'
import { protomapsTown } from '../support/protomaps-town.ts'
import { startTileHost } from '../support/tile-host.ts'
import { drawn } from './map/drawn.ts'

/** Bytes of JavaScript, compressed, that a person waits for before the map can be used. */
const BUDGET = 450_000

/** What is opened from the map or beside it, by the name of the script that brings it, and how one gets there. */
const LATER: readonly { script: string; open: (page: Page) => Promise<void> }[] = [
  { script: 'MapFilters', open: (page) => page.getByRole('tab', { name: '筛选' }).click() },
  { script: 'SearchPanel', open: (page) => page.keyboard.press('/') },
  { script: 'MapReplay', open: (page) => page.getByRole('button', { name: '按周回放' }).click() },
  { script: 'PrintDialog', open: (page) => page.getByRole('button', { name: '打印 / 导出' }).click() },
  { script: 'ProgressScreen', open: (page) => page.goto('/progress').then(() => undefined) },
  { script: 'ImportScreen', open: (page) => page.goto('/import').then(() => undefined) },
]

/** Sizes by name of every script that the pages and their workers fetch; one that both want travels once. */
function watchScripts(page: Page): () => Promise<Map<string, number>> {
  const found = new Map<string, Promise<number>>()
  page.context().on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (!pathname.endsWith('.js') || found.has(pathname)) return
    found.set(
      pathname,
      response.body().then((body) => gzipSync(body, { level: 6 }).length),
    )
  })
  return async () => {
    const sizes = new Map<string, number>()
    for (const [path, size] of found) sizes.set(path.replace('/assets/', ''), await size)
    return sizes
  }
}

test('the first map costs no more JavaScript than it may, and nothing that is opened later', async ({
  app,
  page,
  signIn,
}) => {
  const host = await startTileHost()
  try {
    host.files.set('/town.pmtiles', protomapsTown())
    await app.query(
      "insert into public.settings (area_id, key, value) select id, 'basemap', $1::jsonb from public.areas where parent_id is null",
      [JSON.stringify({ kind: 'pmtiles', url: `${host.url}/town.pmtiles` })],
    )
    await signIn(page, 'planner')
    const scripts = watchScripts(page)
    await page.goto('/map')
    await expect(page.locator('.town-map .box')).toHaveAttribute('data-basemap', 'shown', { timeout: 60_000 })
    await expect
      .poll(
        async () => {
          const { points, cells, areas } = await drawn(page)
          return areas.length > 0 && points.length + cells.length > 0
        },
        { timeout: 60_000 },
      )
      .toBe(true)

    const first = await scripts()
    const table = [...first].toSorted(([, one], [, other]) => other - one)
    const total = table.reduce((sum, [, size]) => sum + size, 0)
    const told = table.map(([name, size]) => `${(size / 1000).toFixed(1).padStart(7)} ${name}`).join('\n')
    await test.info().attach('scripts', { body: `${told}\n${(total / 1000).toFixed(1).padStart(7)} kB` })
    expect(
      table.some(([name]) => name.startsWith('maplibre-worker')),
      told,
    ).toBe(true)
    expect(total, told).toBeLessThanOrEqual(BUDGET)

    for (const { script, open } of LATER) {
      const bringsIt = (name: string) => name.startsWith(`${script}-`)
      expect([...(await scripts()).keys()].filter(bringsIt), `${script} before it is opened`).toEqual([])
      await open(page)
      await expect.poll(async () => [...(await scripts()).keys()].some(bringsIt), { message: script }).toBe(true)
      await page.keyboard.press('Escape')
    }
  } finally {
    await app.query("delete from public.settings where key = 'basemap'")
    await host.stop()
  }
})
