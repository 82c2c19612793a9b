import type { Page } from '@playwright/test'
import { expect, test } from '../support/app.ts'
import { drawn, expectSomeDrawn } from './map/drawn.ts'

const drawer = (page: Page) => page.getByRole('complementary', { name: '详情' })
const box = (page: Page) => page.getByRole('combobox', { name: '搜索区域、场所、点位或坐标' })
const options = (page: Page) => page.getByRole('listbox', { name: '搜索结果' }).getByRole('option')
const option = (page: Page, name: string | RegExp) => options(page).and(page.getByRole('option', { name }))

/** The map has been drawn, so that it can be flown over. */
async function openMap(page: Page): Promise<void> {
  await page.goto('/map')
  await expectSomeDrawn(page)
}

test.describe('the search on the map', () => {
  test.beforeEach(async ({ page, signIn }) => {
    await signIn(page, 'supervisor')
    await openMap(page)
  })

  test('finds a place by its initials and flies there, all by keyboard', async ({ page }) => {
    await page.keyboard.press('Control+k')
    await expect(box(page)).toBeFocused()
    await box(page).pressSequentially('zxnmsc')
    await expect(option(page, /示例镇中心农贸市场/)).toBeVisible()
    await expect(box(page)).toHaveAttribute('aria-activedescendant', /place-/)
    await page.keyboard.press('Enter')
    await expect(drawer(page).getByRole('heading', { name: '示例镇中心农贸市场' })).toBeVisible()
    await expect(drawer(page)).toContainText('农贸市场')
    await expect(drawer(page)).toContainText('示例镇 › 石桥村')
    await expect(drawer(page).getByRole('region', { name: '周边问题点位' })).toContainText(/\d+ 处/)
    await expect.poll(async () => (await drawn(page)).zoom).toBeGreaterThan(15.9)
    // The drawer lies beside the place, not over it.
    const edge = await drawer(page).boundingBox()
    await expect.poll(async () => (await drawn(page)).places.some(({ kind }) => kind === 'market')).toBe(true)
    const market = (await drawn(page)).places.find(({ kind }) => kind === 'market')
    expect(market!.x).toBeLessThan(edge!.x)

    await page.keyboard.press('Escape')
    await expect(drawer(page)).toBeHidden()
  })

  test('walks through areas and places with the arrows; Escape gives the focus back', async ({ page }) => {
    await page.getByRole('button', { name: '搜索区域、场所、点位或坐标' }).click()
    await box(page).fill('qingxi')
    await expect(option(page, /青溪村 村/)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowDown')
    await expect(option(page, /青溪小学/)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(options(page).last()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: '搜索区域、场所、点位或坐标' })).toBeFocused()
  })

  test('finds hotspots by number and by words, and says when there is nothing', async ({ app, page }) => {
    const [one] = await app.query<{ no: number; title: string }>(
      "select no::int as no, title from public.hotspots where status = 'reported' and title is not null order by no limit 1",
    )
    await page.keyboard.press('/')
    await box(page).fill(`${one!.no} 号`)
    await option(page, new RegExp(`${one!.no} 号`)).click()
    await expect(page).toHaveURL(new RegExp(`sel=${one!.no}`))
    await expect(drawer(page)).toContainText(`${one!.no} 号`)

    await page.keyboard.press('Control+k')
    await box(page).fill(one!.title)
    await expect(option(page, one!.title).first()).toBeVisible()
    await box(page).fill('没有这样的东西')
    await expect(page.getByText('没有找到。换个说法，或输入编号、拼音首字母、坐标。')).toBeVisible()
  })

  test('goes to coordinates in either order and tells who answers there', async ({ page }) => {
    for (const typed of ['117.9405, 30.9735', `30°58'24.6"N 117°56'25.8"E`]) {
      await page.keyboard.press('Control+k')
      await box(page).fill(typed)
      await expect(option(page, /117\.940500, 30\.973500/)).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(drawer(page).getByRole('heading', { name: '117.940500, 30.973500' })).toBeVisible()
      await expect(drawer(page).getByRole('region', { name: '责任主体' })).toContainText('示例镇 › 石桥村')
      await expect(drawer(page).getByRole('region', { name: '责任主体' })).toContainText('石桥村村民委员会')
      await page.keyboard.press('Escape')
    }
  })

  test('keeps the last searches, and a failed one can be tried again', async ({ page }) => {
    await page.keyboard.press('Control+k')
    await box(page).fill('枫林村')
    await expect(option(page, /枫林村 村/)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(drawer(page).getByRole('heading', { name: '枫林村' })).toBeVisible()

    await page.route('**/rpc/search_hotspots', (route) => route.abort())
    await page.keyboard.press('Control+k')
    await option(page, '枫林村').click()
    await expect(box(page)).toHaveValue('枫林村')
    await expect(page.getByRole('button', { name: '重试' })).toBeVisible()
    await expect(option(page, /枫林村 村/)).toBeVisible()
    await page.unroute('**/rpc/search_hotspots')
    await page.getByRole('button', { name: '重试' }).click()
    await expect(page.getByRole('group', { name: '问题点位' })).toBeVisible()
  })

  test('leaves Enter to the input method while it offers characters', async ({ page }) => {
    await page.keyboard.press('Control+k')
    await box(page).fill('枫林')
    await expect(option(page, /枫林村 村/)).toBeVisible()
    await box(page).evaluate((input) => {
      input.dispatchEvent(new CompositionEvent('compositionstart'))
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))
    })
    await expect(box(page)).toBeVisible()
    await box(page).evaluate((input) => input.dispatchEvent(new CompositionEvent('compositionend')))
    await page.keyboard.press('Enter')
    await expect(drawer(page).getByRole('heading', { name: '枫林村' })).toBeVisible()
  })
})

test('the search and its dictionary of sounds are fetched when first opened', async ({ page, signIn }) => {
  await signIn(page, 'supervisor')
  const scripts: string[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.url())
  })
  await openMap(page)
  expect(
    scripts.filter((url) => /SearchPanel|ViewTable|WhoAnswers|ShortcutSheet|MapDrawer|MapFilters/.test(url)),
  ).toEqual([])
  const before = scripts.length
  await page.keyboard.press('Control+k')
  await box(page).fill('sqc')
  await expect(option(page, /石桥村 村/)).toBeVisible()
  expect(scripts.length).toBeGreaterThan(before + 1)
})
