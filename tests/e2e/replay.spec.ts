import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app.ts'
import { counting, SHOWN } from './map/counting.ts'
import { drawn, expectDrawn } from './map/drawn.ts'

const bar = (page: Page) => page.getByRole('region', { name: '按周回放' })
const slider = (page: Page) => page.getByRole('slider', { name: '回放日期' })

type Query = <Row>(sql: string, parameters?: unknown[]) => Promise<Row[]>
type Stand = { found: number; done: number; bySource: number }

/** How the demo township stood at the end of a day, from the rows alone; null is now. */
async function standOn(query: Query, day: string | null): Promise<Stand> {
  const [row] = await query<Stand>(
    `select (count(*) filter (where was_found and not (was_closed and status in ('rejected', 'duplicate', 'transferred'))))::int as found,
       (count(*) filter (where was_closed and status in ('closed', 'held') and not closed_by_source))::int as done,
       (count(*) filter (where was_closed and status = 'closed' and closed_by_source))::int as "bySource"
     from (
       select h.*, $1::date is null or (reported_at at time zone 'Asia/Shanghai')::date <= $1::date as was_found,
         end_reason is not null and ($1::date is null or (greatest(closed_at, reported_at) at time zone 'Asia/Shanghai')::date <= $1::date) as was_closed
       from public.hotspots h join public.areas a on a.id = h.root_id and a.name = '示例镇'
     ) as seen`,
    [day],
  )
  return row!
}

/** The numbers that stand in the bar, once they have come to rest on these. */
async function expectNumbers(page: Page, { found, done, bySource }: Stand): Promise<void> {
  const number = (name: string) => bar(page).locator('dl > div', { hasText: name }).locator('dd')
  await expect(number('发现')).toHaveText(String(found))
  await expect(number('已核查')).toHaveText(String(done))
  await expect(number('来源称已结案')).toHaveText(String(bySource))
  await expect(number('未结')).toHaveText(String(found - done - bySource))
}

/** Goes to a step through the slider, and says which day it is. */
async function goTo(page: Page, step: number): Promise<string> {
  await slider(page).fill(String(step))
  await expect(slider(page)).toHaveValue(String(step))
  return (await bar(page).locator('time').getAttribute('datetime')) ?? ''
}

test.describe('replay of the township', () => {
  test.beforeEach(async ({ page, signIn }) => {
    await signIn(page, 'supervisor')
  })

  test('stands at today, and its numbers are those of the rows at any week', async ({ app, page }) => {
    await page.goto('/map')
    await page.getByRole('button', { name: '按周回放' }).click()
    await expect(slider(page)).toBeVisible()
    await expectNumbers(page, await standOn(app.query, null))
    const last = Number(await slider(page).getAttribute('max'))
    expect(last).toBeGreaterThan(8)
    const stands: Stand[] = []
    for (const step of [Math.round(last * 0.4), Math.round(last * 0.7), last - 1]) {
      const day = await goTo(page, step)
      const stand = await standOn(app.query, day)
      await expectNumbers(page, stand)
      await expect(page).toHaveURL(new RegExp(`replay=${day}`))
      stands.push(stand)
    }
    expect(new Set(stands.map(({ found }) => found)).size).toBe(3)
    // One step out: hotspots beyond the border stand outside a view that the township fills.
    await page.getByRole('button', { name: '缩小' }).click()
    await expect
      .poll(async () => (await drawn(page)).discs.reduce((sum, { found }) => sum + found, 0))
      .toBe(stands.at(-1)!.found)
  })

  test('opens at the day of a link, and plays to the end and stops there', async ({ app, page }) => {
    await page.goto('/map')
    await page.getByRole('button', { name: '按周回放' }).click()
    const last = Number(await slider(page).getAttribute('max'))
    const day = await goTo(page, last - 3)
    await expect(page).toHaveURL(new RegExp(`replay=${day}`))
    await page.reload()
    await expect(slider(page)).toHaveValue(String(last - 3))
    await expectNumbers(page, await standOn(app.query, day))
    await bar(page).getByRole('button', { name: '速度 1 倍' }).click()
    await bar(page).getByRole('button', { name: '播放', exact: true }).click()
    await expect(bar(page).getByRole('button', { name: '从头播放' })).toBeVisible()
    await expect(slider(page)).toHaveValue(String(last))
    await expectNumbers(page, await standOn(app.query, null))
  })

  test('works by keyboard alone and leaves the map as it was', async ({ app, page }) => {
    const shown = await counting(app.query)(SHOWN)
    await page.goto('/map')
    await expectDrawn(page, shown)
    const tool = page.getByRole('button', { name: '按周回放' })
    await tool.focus()
    await page.keyboard.press('Enter')
    await expect(bar(page).getByRole('button', { name: '从头播放' })).toBeFocused()
    await expect.poll(async () => (await drawn(page)).discs.length).toBeGreaterThan(0)
    await expect.poll(async () => (await drawn(page)).points).toEqual([])

    const last = Number(await slider(page).inputValue())
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect(slider(page)).toHaveValue(String(last - 2))
    await slider(page).focus()
    await page.keyboard.press('ArrowRight')
    await expect(slider(page)).toHaveValue(String(last - 1))
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /发现 \d+ 处，已核查 \d+ 处，未结 \d+ 处/)
    await page.keyboard.press('Home')
    await expect(slider(page)).toHaveValue('0')
    await page.keyboard.press('Space')
    await expect(bar(page).getByRole('button', { name: '暂停' })).toBeVisible()
    await expect.poll(async () => Number(await slider(page).inputValue())).toBeGreaterThan(1)
    await page.keyboard.press('Space')
    await expect(bar(page).getByRole('button', { name: '播放', exact: true })).toBeVisible()

    await page.keyboard.press('Escape')
    await expect(bar(page)).toBeHidden()
    await expect(tool).toBeFocused()
    await expect(page).not.toHaveURL(/replay=/)
    await expectDrawn(page, shown)
    await expect.poll(async () => (await drawn(page)).discs).toEqual([])
    await expect(page.getByRole('region', { name: '状态' })).toBeVisible()
  })

  test('has nothing that axe finds serious, in the light and in the dark', async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto('/map?replay=2026-01-01')
      await expect(slider(page)).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }
  })

  test('fits on a phone: date, numbers, chart and player, and the areas when asked for', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/map?replay=2026-01-01')
    await expect(slider(page)).toBeVisible()
    const box = await bar(page).boundingBox()
    expect(box!.x).toBeGreaterThanOrEqual(0)
    expect(box!.x + box!.width).toBeLessThanOrEqual(390)
    await expect(page.getByText('石桥村')).toBeHidden()
    await bar(page).getByRole('button', { name: '各区域核查率' }).click()
    await expect(page.getByText('石桥村')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
