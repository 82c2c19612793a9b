import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app.ts'
import { drawn, expectSomeDrawn } from './map/drawn.ts'

const drawer = (page: Page) => page.getByRole('complementary', { name: '详情' })

async function openMap(page: Page, query = ''): Promise<void> {
  await page.goto(`/map${query}`)
  await expectSomeDrawn(page)
}

const kinds = async (page: Page) => new Set((await drawn(page)).places.map(({ kind }) => kind))

test.describe('the layers of the map', () => {
  test.beforeEach(async ({ page, signIn }) => {
    await signIn(page, 'supervisor')
  })

  test('are switched one by one and as groups, and the link keeps it', async ({ page }) => {
    await openMap(page, '?m=15.2/30.9755/117.9405')
    await expect.poll(async () => (await kinds(page)).has('clinic')).toBe(true)
    await page.getByRole('checkbox', { name: '显示卫生院' }).uncheck()
    await expect.poll(async () => (await kinds(page)).has('clinic')).toBe(false)
    await expect(page.getByRole('checkbox', { name: '显示场所' })).not.toBeChecked()
    await expect(page).toHaveURL(/layers=place\.clinic-/)

    await page.getByRole('checkbox', { name: '显示问题点位' }).uncheck()
    await expect.poll(async () => (await drawn(page)).points.length).toBe(0)
    await page.getByRole('checkbox', { name: '显示村', exact: true }).uncheck()
    await expect.poll(async () => (await drawn(page)).areas).toEqual([])
    await expect(page).toHaveURL(/layers=[^&]*hotspots-/)
    await expect(page).toHaveURL(/layers=[^&]*area\.village-/)
    await page.reload()
    await expect.poll(async () => (await drawn(page)).places.length, { timeout: 60_000 }).toBeGreaterThan(0)
    await expect.poll(async () => (await drawn(page)).points).toEqual([])
    expect((await kinds(page)).has('clinic')).toBe(false)

    await page.getByRole('button', { name: '恢复默认' }).click()
    await expectSomeDrawn(page)
    await expect(page).not.toHaveURL(/layers=/)
  })

  test('fade on demand', async ({ page }) => {
    await openMap(page)
    await page.keyboard.press('f')
    await expect(page.getByRole('tab', { name: '筛选' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('l')
    await page.getByRole('button', { name: '问题点位的不透明度' }).click()
    await page.getByRole('slider', { name: '问题点位的不透明度' }).fill('40')
    await expect(page).toHaveURL(/layers=hotspots40/)
    await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', '40%')
  })

  test('let names of villages be read: none is lost, and none lies below a name of a place', async ({ page }) => {
    await openMap(page)
    await expect
      .poll(async () => (await drawn(page)).areas.toSorted())
      .toEqual(['枫林村', '桃园村', '石桥村', '青溪村'].toSorted())
    // From afar only what the township steers by.
    expect([...(await kinds(page))].every((kind) => ['government', 'village_seat', 'market'].includes(kind))).toBe(true)
  })
})

test.describe('the facts of the map without a mouse', () => {
  test.beforeEach(async ({ page, signIn }) => {
    await signIn(page, 'supervisor')
    await openMap(page)
  })

  test('areas with their shares, places and hotspots stand in a table, and a row chooses on the map', async ({
    app,
    page,
  }) => {
    await page.keyboard.press('t')
    await expect(drawer(page)).toBeFocused()
    const table = (name: string) => drawer(page).getByRole('table', { name })
    await expect(table('点位').getByRole('row')).toHaveCount(51)
    await expect(drawer(page).getByRole('status')).toContainText('已列出 50 处，还有更多')
    await drawer(page).getByRole('button', { name: '再列一些' }).focus()
    await page.keyboard.press('Enter')
    await expect(table('点位').getByRole('row')).toHaveCount(101)

    await drawer(page).getByRole('radio', { name: '点位' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(table('区域').getByRole('row')).toHaveCount(6)
    await expect(table('区域').getByRole('row', { name: /青溪村 村 \d+(\.\d)?%/ })).toBeVisible()
    await table('区域').getByRole('button', { name: '青溪村' }).focus()
    await page.keyboard.press('Enter')
    await expect(drawer(page).getByRole('heading', { name: '青溪村' })).toBeVisible()
    await expect(drawer(page)).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(drawer(page).getByRole('heading', { name: '视野内' })).toBeVisible()

    await drawer(page).getByRole('radio', { name: '点位' }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect(table('场所').getByRole('row', { name: /青溪小学 学校 青溪村/ })).toBeVisible()
    await table('场所').getByRole('button', { name: '青溪小学' }).focus()
    await page.keyboard.press('Enter')
    await expect(drawer(page).getByRole('heading', { name: '青溪小学' })).toBeVisible()
    await drawer(page).getByRole('button', { name: '这里归谁管？' }).focus()
    await page.keyboard.press('Enter')
    const [officer] = await app.query<{ name: string }>(
      "select display_name as name from public.members m join public.areas a on a.id = m.area_id where a.name = '青溪村' and role = 'officer'",
    )
    await expect(drawer(page).getByRole('region', { name: '责任主体' })).toContainText(officer!.name)
  })

  test('the table follows the map', async ({ page }) => {
    await page.keyboard.press('t')
    const status = drawer(page).getByRole('status')
    await expect(status).toContainText('已列出 50 处')
    for (let i = 0; i < 5; i++) await page.getByRole('button', { name: '放大' }).click()
    await expect(status).toContainText(/共 \d+ 处|没有符合筛选的点位/)
  })

  test('the context-menu key tells who answers for the centre of the map', async ({ page }) => {
    await page.locator('.town-map canvas').focus()
    await page.keyboard.press('Shift+F10')
    await expect(drawer(page).getByRole('region', { name: '责任主体' })).toContainText('所在区域')
  })

  test('a question mark lists the keys', async ({ page }) => {
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: '快捷键' })
    await expect(sheet).toContainText('列出视野内的内容')
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
  })
})

test.describe('a right click', () => {
  test('tells who answers for the point, with names only for those who may know them', async ({ page, signIn }) => {
    for (const [account, said] of [
      ['supervisor', /网格员\s*\S+ 青溪村/],
      ['viewer', /网格员\s*已有专人/],
    ] as const) {
      await signIn(page, account)
      await openMap(page, '?m=14.5/30.9715/117.9225')
      await page.locator('.town-map canvas').click({ button: 'right', position: { x: 760, y: 420 } })
      await expect(drawer(page).getByRole('region', { name: '责任主体' })).toContainText('示例镇 › 青溪村')
      await expect(drawer(page).getByRole('region', { name: '责任主体' })).toContainText(said)
    }
  })

  test('outside every area finds nobody', async ({ page, signIn }) => {
    await signIn(page, 'supervisor')
    await openMap(page)
    await page.locator('.town-map canvas').click({ button: 'right', position: { x: 400, y: 800 } })
    await expect(drawer(page)).toContainText('无责任主体')
    await expect(drawer(page)).toContainText('不在任何区域')
  })
})

for (const theme of ['light', 'dark'])
  test(`no open panel has a serious accessibility problem in the ${theme} theme`, async ({ page, signIn }) => {
    const findings: string[] = []
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical')
          findings.push(`${what}: ${id}: ${nodes.map((node) => node.html).join(' ')}`)
    }
    await signIn(page, 'supervisor')
    await page.evaluate((chosen) => localStorage.setItem('theme', chosen), theme)
    await openMap(page)
    await page.getByRole('button', { name: '场所的不透明度', exact: true }).click()
    await page.keyboard.press('t')
    await expect(drawer(page).getByRole('table')).toBeVisible()
    await check('layers and table')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索区域、场所、点位或坐标' }).fill('小广告')
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    await check('search')
    await page.keyboard.press('Escape')
    await page.locator('.town-map canvas').focus()
    await page.keyboard.press('ContextMenu')
    await expect(drawer(page).getByRole('region', { name: '责任主体' })).toContainText('所在区域')
    await check('position')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('keys')
    expect(findings).toEqual([])
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('search, sheets and legend keep out of each other’s way', async ({ page, signIn }) => {
    await signIn(page, 'supervisor')
    await openMap(page)
    const overlap = async (first: string, second: string) =>
      page.evaluate(
        ([a, b]) => {
          const boxes = [a, b].map((selector) => document.querySelector(selector)?.getBoundingClientRect())
          const [one, two] = boxes
          if (!one || !two || one.width * two.width === 0) return false
          return one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom
        },
        [first, second] as const,
      )
    expect(await overlap('.search-box', '.map-tools')).toBe(false)
    expect(await overlap('.map-tools', '.legend')).toBe(false)
    await page.getByRole('button', { name: '打开筛选与图层' }).click()
    await expect(page.getByRole('checkbox', { name: '显示问题点位' })).toBeVisible()
    expect(await overlap('.panel', '.map-tools')).toBe(false)
    expect(await overlap('.panel', '.search-box')).toBe(false)
    await page.getByRole('button', { name: '收起', exact: true }).click()
    await page.getByRole('button', { name: '列出地图里看得见的' }).click()
    await expect(drawer(page).getByRole('table')).toBeVisible()
    await expect.poll(() => overlap('.detail-drawer', '.map-tools')).toBe(false)
    expect(await overlap('.detail-drawer', '.search-box')).toBe(false)
  })
})
