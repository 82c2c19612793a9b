import type { Page } from '@playwright/test'
import { expect, test } from '../support/app.ts'

async function openMap(page: Page) {
  await page.goto('/map?m=15.00/30.97000/117.94000')
  await expect(page.getByRole('toolbar', { name: '地图工具' })).toBeVisible()
}

test.describe('measuring', () => {
  test('adds what is clicked, takes back, and gives an area in mu', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    await openMap(page)
    await page.getByRole('button', { name: '测量距离和面积' }).click()
    const panel = page.locator('.measure-panel')
    await expect(panel.getByRole('heading', { name: '测量' })).toBeVisible()
    const map = page.locator('canvas.maplibregl-canvas')
    await map.click({ position: { x: 500, y: 300 } })
    await map.click({ position: { x: 700, y: 300 } })
    await expect(panel.getByText('已点 2 处')).toBeVisible()
    // At zoom 15 and this latitude a pixel is 2.047 m.
    await expect(panel.locator('dd.main')).toHaveText(/^409(\.\d)? 米$/)
    await panel.getByRole('radio', { name: '面积' }).check()
    await map.click({ position: { x: 700, y: 500 } })
    await map.click({ position: { x: 500, y: 500 } })
    await expect(panel.locator('dd.main')).toHaveText(/^2[45]\d(\.\d)? 亩$/)
    await expect(panel.getByText(/^16\.\d+ 公顷$/)).toBeVisible()
    await page.keyboard.press('Backspace')
    await expect(panel.getByText('已点 3 处')).toBeVisible()
    await panel.getByRole('button', { name: '清空' }).click()
    await expect(panel.getByText('在地图上点选')).toBeVisible()
  })

  test('says that an outline which crosses itself has no area', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    await openMap(page)
    await page.getByRole('button', { name: '测量距离和面积' }).click()
    const panel = page.locator('.measure-panel')
    await panel.getByRole('radio', { name: '面积' }).check()
    const map = page.locator('canvas.maplibregl-canvas')
    for (const position of [
      { x: 500, y: 300 },
      { x: 700, y: 500 },
      { x: 700, y: 300 },
      { x: 500, y: 500 },
    ])
      await map.click({ position })
    await expect(panel.getByRole('alert')).toContainText('边线相交')
  })

  test('needs no mouse', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    await openMap(page)
    await page.getByRole('button', { name: '测量距离和面积' }).focus()
    await page.keyboard.press('Enter')
    const panel = page.locator('.measure-panel')
    const add = panel.getByRole('button', { name: '在中心加点' })
    await add.focus()
    await page.keyboard.press('Enter')
    await expect(panel.getByText('已点 1 处')).toBeVisible()
    await page.locator('canvas.maplibregl-canvas').focus()
    const before = page.url()
    await page.keyboard.press('ArrowRight')
    await expect(page).not.toHaveURL(before)
    await add.focus()
    await page.keyboard.press('Enter')
    await expect(panel.getByText('已点 2 处')).toBeVisible()
    await expect(panel.locator('dd.main')).toHaveText(/米$/)
  })
})

test.describe('one’s own position', () => {
  test('is shown when the browser tells it', async ({ page, signIn, context }) => {
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation({ longitude: 117.9456, latitude: 30.9712, accuracy: 18 })
    await signIn(page, 'officer')
    await openMap(page)
    await page.getByRole('button', { name: '我的位置' }).click()
    await expect(page.getByText('您在这里，误差约 18 米')).toBeVisible()
    await expect(page).toHaveURL(/m=16\.00\/30\.971\d+\/117\.945\d+/)
  })

  test('is not known where it is not allowed, and the sentence says what to do', async ({ page, signIn }) => {
    await signIn(page, 'officer')
    await openMap(page)
    await page.getByRole('button', { name: '我的位置' }).click()
    await expect(page.getByText('请在地址栏旁的网站设置里允许“位置”')).toBeVisible()
  })
})

test.describe('a view', () => {
  test('is shared by its link', async ({ page, signIn, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await signIn(page, 'viewer')
    await openMap(page)
    await page.getByRole('button', { name: '分享视图' }).click()
    await expect(page.getByText('链接已复制')).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  })

  test('is shared by hand where there is no clipboard', async ({ page, signIn }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await signIn(page, 'viewer')
    await openMap(page)
    await page.getByRole('button', { name: '分享视图' }).click()
    await expect(page.getByLabel('请复制这个链接')).toHaveValue(page.url())
  })
})
