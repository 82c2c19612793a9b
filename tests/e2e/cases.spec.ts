import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { DEMO_PASSWORD, demoEmail } from '../support/actors.ts'
import { expect, test } from '../support/app.ts'
import type { TestServer } from '../support/test-server.ts'
import { drawn, expectSomeDrawn, SOON } from './map/drawn.ts'

const ROOT = `(select id from public.areas where parent_id is null and name = '示例镇')`
const VIEWS: Record<string, string> = {
  我的待办: `status in ('reported', 'accepted', 'handed_in')`,
  待核查: `status = 'handed_in'`,
  逾期: 'end_reason is null and due_at < now()',
  无责任主体: 'end_reason is null and unit_id is null and proposed_unit_id is null',
  反弹: 'end_reason is null and relapse_of is not null',
  挂账: `status = 'suspended'`,
  全部: 'true',
}

/** Numbers of cases by plain SQL, past everything that the ledger is made of. */
async function nosOf({ query }: TestServer, condition: string, order = 'reported_at desc, no desc'): Promise<number[]> {
  const rows = await query<{ no: number }>(
    `select no::int as no from public.hotspots where root_id = ${ROOT} and ${condition} order by ${order}`,
  )
  return rows.map(({ no }) => no)
}

/** Opens the ledger and waits for rows. */
async function openLedger(page: Page, query: string): Promise<void> {
  await page.goto(`/cases${query}`)
  await expect(page.locator('.case-row').first()).toBeVisible()
}

const shownNos = async (page: Page) => (await page.locator('.case-row .no').allInnerTexts()).map(Number)
const boxOf = (page: Page, no: number) => page.getByRole('checkbox', { name: `选中 ${no} 号`, exact: true })

/** Accepts a case as another supervisor would, through the API. */
async function acceptElsewhere({ url, keys, query }: TestServer, no: number): Promise<void> {
  const json = { apikey: keys.publishableKey, 'content-type': 'application/json' }
  const signedIn = await fetch(`${url}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: demoEmail('supervisor2'), password: DEMO_PASSWORD }),
  })
  const { access_token: token } = (await signedIn.json()) as { access_token: string }
  const [found] = await query<{ id: string; version: number }>(
    'select id, version from public.hotspots where no = $1',
    [no],
  )
  const done = await fetch(`${url}/rest/v1/rpc/advance_hotspot`, {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${token}` },
    body: JSON.stringify({ p_id: found?.id, p_step: 'accept', p_version: found?.version, p_input: {} }),
  })
  if (!done.ok) throw new Error(await done.text())
}

test('counts every view as SQL does, and lists its cases', async ({ app, page, signIn }) => {
  await signIn(page, 'supervisor')
  await openLedger(page, '?view=all')
  for (const [view, condition] of Object.entries(VIEWS)) {
    const wanted = await nosOf(app, condition)
    const tab = page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: new RegExp(`^${view}`) })
    await expect(tab.locator('.count'), view).toHaveText(wanted.length.toLocaleString('zh-CN'))
    await tab.click()
    await expect(tab).toHaveAttribute('aria-current', 'page')
    if (wanted.length === 0) await expect(page.locator('.empty-state')).toBeVisible()
    else {
      await expect(page.locator('.case-table table')).toHaveAttribute('aria-busy', 'false')
      const shown = await shownNos(page)
      expect(shown.length).toBeGreaterThan(0)
      expect(shown.filter((no) => !wanted.includes(no))).toEqual([])
    }
  }
})

test('keeps filter and order in the address, over a reload and back again', async ({ app, page, signIn }) => {
  await signIn(page, 'supervisor')
  await openLedger(page, '?view=all')
  await page.getByLabel('状态').selectOption('doing')
  await page.getByRole('columnheader', { name: '上报时间' }).getByRole('button').click()
  await expect(page.getByRole('columnheader', { name: '上报时间' })).toHaveAttribute('aria-sort', 'ascending')
  const wanted = await nosOf(app, 'state = 3', 'reported_at, no')
  // Only the rows in sight are drawn; while the list is fetched there are none.
  await expect
    .poll(async () => {
      const shown = await shownNos(page)
      return shown.length > 0 && shown.every((no, at) => no === wanted[at])
    })
    .toBe(true)
  expect(new URL(page.url()).search).toContain('states=doing')
  await page.reload()
  await expect(page.getByLabel('状态')).toHaveValue('doing')
  await expect.poll(async () => (await shownNos(page))[0]).toBe(wanted[0])
  await page.goBack()
  await expect(page.getByRole('columnheader', { name: '上报时间' })).toHaveAttribute('aria-sort', 'descending')

  const [newest = 0] = await nosOf(app, 'true', 'no desc')
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByRole('searchbox').fill(String(newest))
  await expect.poll(() => shownNos(page)).toContain(newest)
  await expect(page).toHaveURL(new RegExp(`text=${newest}`))
})

test('is read and ticked from the keyboard', async ({ page, signIn }) => {
  await signIn(page, 'supervisor')
  await openLedger(page, '?view=all')
  const [, second, third] = await shownNos(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const card = page.getByRole('complementary', { name: '案件详情' })
  await expect(card.getByText(`${second} 号`)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`sel=${second}`))
  await page.keyboard.press('j')
  await expect(card.getByText(`${third} 号`)).toBeVisible()
  await page.keyboard.press('x')
  await expect(boxOf(page, third ?? 0)).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
})

/** Waits until a case is drawn in the middle of the map beside the ledger. */
const expectInTheMiddle = (page: Page, no: number) =>
  expect
    .poll(async () => {
      const box = await page.locator('.case-map').boundingBox()
      const point = (await drawn(page)).points.find((each) => each.no === no)
      return box && point ? Math.hypot(point.x - box.width / 2, point.y - box.height / 2) : Infinity
    }, SOON)
    .toBeLessThan(30)

test('what is opened stands in the middle of the map, which makes room for it', async ({ page, signIn }) => {
  await signIn(page, 'supervisor')
  await openLedger(page, '?view=all&states=todo')
  await expectSomeDrawn(page)
  const [, no = 0] = await shownNos(page)
  const before = await page.locator('.case-map').boundingBox()
  await page.locator('.case-row').nth(1).click()
  await expect(page.getByRole('complementary', { name: '案件详情' })).toContainText(`${no} 号`)
  await expect.poll(async () => (await page.locator('.case-map').boundingBox())?.height).toBeLessThan(before!.height)
  await expectInTheMiddle(page, no)
  // Opened by its address, it is known before there is a map.
  await page.reload()
  await expectInTheMiddle(page, no)
})

test('accepts many at once; the one that somebody else had is refused and stays ticked', async ({
  app,
  page,
  signIn,
}) => {
  await signIn(page, 'supervisor')
  const [first = 0, second = 0, third = 0] = await nosOf(app, `status = 'reported'`)
  await openLedger(page, '?view=all&states=todo')
  for (const no of [first, second, third]) await boxOf(page, no).check()
  const bar = page.getByRole('region', { name: '已选 3 件' })
  const accept = bar.getByRole('button', { name: '立案', exact: true })
  await expect(accept).toBeVisible()
  // Somebody is quicker, after the button was pressed and before the database has heard of it.
  await page.route('**/rpc/advance_hotspots', async (route) => {
    await acceptElsewhere(app, second)
    await route.continue()
  })
  await accept.click()
  await expect(page.getByText('2 件已办，1 件没有办成')).toBeVisible()
  await expect(page.locator('.bulk-bar li')).toContainText(`${second} 号`)
  await expect(boxOf(page, second)).toBeChecked()
  await expect(boxOf(page, first)).not.toBeChecked()
  expect(await nosOf(app, `status = 'accepted' and no in (${first}, ${second}, ${third})`)).toHaveLength(3)
})

test('exports exactly what is filtered', async ({ app, page, signIn }) => {
  await signIn(page, 'supervisor')
  await openLedger(page, '?view=all&states=done')
  const wanted = await nosOf(app, 'state in (5, 6)')
  await page.getByRole('button', { name: '导出', exact: true }).click()
  for (const [button, kind] of [
    ['导出 CSV', 'csv'],
    ['导出 XLSX', 'xlsx'],
  ] as const) {
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    const download = await saved
    expect(download.suggestedFilename()).toMatch(new RegExp(`^案件台账 \\d{4}-\\d\\d-\\d\\d\\.${kind}$`))
    const bytes = await readFile(await download.path())
    await expect(page.getByText(`已导出 ${wanted.length.toLocaleString('zh-CN')} 件。`)).toBeVisible()
    if (kind === 'xlsx') {
      expect(bytes.subarray(0, 2).toString()).toBe('PK')
      continue
    }
    const { data } = Papa.parse<string[]>(bytes.toString('utf8').slice(1), { skipEmptyLines: true })
    expect(data[0]?.slice(0, 3)).toEqual(['编号', '标题', '状态'])
    expect(data.slice(1).map(([no]) => Number(no))).toEqual(wanted)
  }
})

test('keeps a view under a name, for its owner only', async ({ page, signIn }) => {
  await signIn(page, 'viewer')
  await openLedger(page, '?view=all&states=doing')
  await page.getByRole('button', { name: '保存视图' }).click()
  await page.getByRole('textbox', { name: '名称' }).fill('在办')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const mine = page.getByRole('button', { name: '在办', exact: true })
  await expect(mine).toHaveAttribute('aria-current', 'true')
  await openLedger(page, '?view=all')
  await mine.click()
  await expect(page).toHaveURL(/states=doing/)
  await signIn(page, 'leader')
  await openLedger(page, '?view=all')
  await expect(mine).toBeHidden()
})

test('is cards on a phone, and a case fills the screen', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'handler')
  await page.goto('/cases?view=all')
  const card = page.locator('.case-cards li').first()
  await expect(card).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await card.getByRole('button').click()
  const read = page.getByRole('complementary', { name: '案件详情' })
  await expect(read.locator('.hotspot-card')).toBeVisible()
  await read.getByRole('button', { name: '关闭' }).click()
  await expect(read).toBeHidden()
  await expect(card).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`can be read by everybody, ${colorScheme}`, async ({ page, signIn }) => {
    await page.emulateMedia({ colorScheme })
    await signIn(page, 'supervisor')
    await openLedger(page, '?view=all')
    await page.locator('.case-row').first().click()
    await expect(page.locator('.hotspot-card')).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).exclude('.town-map').analyze()
    expect(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ).toEqual([])
  })
