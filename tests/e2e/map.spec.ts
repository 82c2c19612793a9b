import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app.ts'
import { counting, SHOWN } from './map/counting.ts'
import { clickHotspot, drawn, expectDrawn, expectSomeDrawn } from './map/drawn.ts'

const drawer = (page: Page) => page.getByRole('complementary', { name: '详情' })
const legend = (page: Page) => page.getByRole('region', { name: '状态' })

/** The reported hotspot that stands farthest from every other one, so that a click can only mean it. */
async function lonelyHotspot(query: <Row>(sql: string) => Promise<Row[]>) {
  const [row] = await query<{ no: number; lng: number; lat: number }>(
    `select h.no::int as no, h.lng, h.lat from public.hotspots h join public.areas a on a.id = h.root_id and a.name = '示例镇'
     where h.status = 'reported' and h.area_id is not null
     order by (select min((o.lng - h.lng) ^ 2 + (o.lat - h.lat) ^ 2) from public.hotspots o where o.id <> h.id) desc limit 1`,
  )
  return row!
}

test.describe('the map of the township', () => {
  test.beforeEach(async ({ page, signIn }) => {
    await signIn(page, 'supervisor')
  })

  test('draws every hotspot that is not ended, with its status, and counts them in the legend', async ({
    app,
    page,
  }) => {
    const count = counting(app.query)
    await page.goto('/map')
    await expectDrawn(page, await count(SHOWN))
    const { points, areas } = await drawn(page)
    expect(points.filter(({ group }) => group === 0)).toHaveLength(await count('state in (0, 1, 2)'))
    expect(points.filter(({ group }) => group === 3)).toHaveLength(await count('state in (5, 6)'))
    expect(areas.toSorted()).toEqual(['枫林村', '桃园村', '石桥村', '青溪村'].toSorted())
    await expect(legend(page)).toContainText(`${await count(SHOWN)} 处问题点位`)
    await expect(legend(page)).toContainText(`待处置${await count('state in (0, 1, 2)')}`)
    await expect(legend(page)).toContainText(`来源称已结案${await count('state = 11')}`)
  })

  test('shows and counts only what the filters let through, and a link opens the same view', async ({ app, page }) => {
    const count = counting(app.query)
    const [campaign] = await app.query<{ id: number }>(
      "select c.id from public.campaigns c join public.areas a on a.id = c.root_id where a.name = '示例镇' and c.name = '小广告整治'",
    )
    await page.goto('/map')
    await expectDrawn(page, await count(SHOWN))

    await page.getByLabel('专项行动').selectOption('小广告整治')
    await expectDrawn(page, await count(`${SHOWN} and campaign_id = ${campaign!.id}`))

    await page.getByRole('checkbox', { name: /待处置/ }).uncheck()
    const left = await count(`state in (3, 4, 5, 6, 10, 11) and campaign_id = ${campaign!.id}`)
    await expectDrawn(page, left)
    await expect(page).toHaveURL(/campaign=\d+.*states=doing,review,done,source_done,paused|states=doing%2Creview/)

    await page.reload()
    await expectDrawn(page, left)
    await expect(page.getByRole('checkbox', { name: /待处置/ })).not.toBeChecked()

    await page.getByRole('button', { name: '清除筛选' }).click()
    await expectDrawn(page, await count(SHOWN))
  })

  test('a click opens what it is with its history, and a step changes the drawn status', async ({ app, page }) => {
    const count = counting(app.query)
    const { no, lng, lat } = await lonelyHotspot(app.query)
    await page.goto(`/map?m=16.5/${lat}/${lng}`)
    await expect.poll(async () => (await drawn(page)).points.some((each) => each.no === no)).toBe(true)
    await clickHotspot(page, no)
    await expect(drawer(page)).toContainText(`${no} 号`)
    await expect(drawer(page)).toContainText('已上报')
    await expect(drawer(page).getByRole('heading', { name: '经过' })).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`sel=${no}`))

    await drawer(page).getByRole('button', { name: '不予立案' }).click()
    await expect(drawer(page).getByRole('button', { name: '不予立案' })).toBeDisabled()
    await drawer(page).getByLabel('为什么不予立案').fill('现场没有发现')
    await drawer(page).getByRole('button', { name: '不予立案' }).click()
    await expect(drawer(page).locator('.status')).toContainText('不予立案')
    await expect(drawer(page)).toContainText('现场没有发现')
    await expect.poll(async () => (await drawn(page)).points.some((each) => each.no === no)).toBe(false)
    await expect(legend(page)).toContainText(`${await count(SHOWN)} 处问题点位`)
  })

  test('a step on what somebody else has just changed tells what changed and goes on from there', async ({
    app,
    page,
  }) => {
    const [case_] = await app.query<{ no: number; id: string }>(
      "select h.no::int as no, h.id from public.hotspots h join public.areas a on a.id = h.root_id where a.name = '示例镇' and status = 'reported' order by h.no limit 1",
    )
    await page.goto(`/map?sel=${case_!.no}`)
    await drawer(page).getByRole('button', { name: '立案', exact: true }).click()
    await expect(drawer(page).getByLabel('归入哪个专项行动')).toBeVisible()
    // Another supervisor is faster.
    const other = await page.request.post(`${app.url}/auth/v1/token?grant_type=password`, {
      headers: { apikey: app.keys.publishableKey },
      data: { email: 'supervisor2@demo.example', password: 'demo-township' },
    })
    const { access_token: token } = await other.json()
    const taken = await page.request.post(`${app.url}/rest/v1/rpc/advance_hotspot`, {
      headers: { apikey: app.keys.publishableKey, authorization: `Bearer ${token}` },
      data: { p_id: case_!.id, p_step: 'accept', p_version: await versionOf(app.query, case_!.id), p_input: {} },
    })
    expect(taken.status()).toBe(200)
    await expect(drawer(page).getByRole('alert')).toContainText('状态：已上报 → 已立案')
    await drawer(page).getByRole('button', { name: '按最新情况继续' }).click()
    await expect(drawer(page).getByRole('button', { name: '派遣' })).toBeVisible()
  })

  test('all of it works by keyboard alone', async ({ app, page }) => {
    await page.goto('/map')
    await expectDrawn(page, await counting(app.query)(SHOWN))
    await page.getByRole('button', { name: '列出地图里看得见的' }).focus()
    await page.keyboard.press('Enter')
    const rows = drawer(page).getByRole('table', { name: '点位' }).getByRole('row')
    await expect(rows.nth(1)).toBeVisible()
    await expect(drawer(page)).toBeFocused()
    // Close, the table's panel (it scrolls), what is listed, the first row.
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab')
    await expect(rows.nth(1).getByRole('button')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(drawer(page).getByRole('heading', { name: '经过' })).toBeVisible()
    await expect(drawer(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(drawer(page)).toBeHidden()
    await expect(page.getByRole('button', { name: '列出地图里看得见的' })).toBeFocused()
  })

  test('a click on an area tells its progress and can narrow the map to it', async ({ app, page }) => {
    const count = counting(app.query)
    await page.goto('/map')
    await expectDrawn(page, await count(SHOWN))
    const box = await page.locator('.town-map .box').boundingBox()
    await page.mouse.click(box!.x + 700, box!.y + 660)
    await expect(drawer(page).getByRole('heading', { name: '青溪村' })).toBeVisible()
    await expect(drawer(page)).toContainText('已核查')
    await drawer(page).getByRole('button', { name: '只看这个区域' }).click()
    await expectDrawn(
      page,
      await count(
        `${SHOWN} and h.area_id = (select id from public.areas where name = '青溪村' and root_id = h.root_id)`,
      ),
    )
    await expect(page).toHaveURL(/area=\d+/)
  })

  for (const theme of ['light', 'dark'])
    test(`has no serious accessibility problem in the ${theme} theme`, async ({ page }) => {
      await page.evaluate((chosen) => localStorage.setItem('theme', chosen), theme)
      await page.goto('/map?sel=5')
      await expect(drawer(page).getByRole('heading', { name: '经过' })).toBeVisible()
      await expectSomeDrawn(page)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
    })
})

test('an officer reports what stands under the cross, and it is on the map at once', async ({ app, page, signIn }) => {
  await signIn(page, 'officer')
  await page.goto('/map')
  await expectSomeDrawn(page)
  const before = await counting(app.query)('true')
  await page.getByRole('button', { name: '上报问题' }).click()
  await drawer(page).getByRole('combobox', { name: '问题类别' }).fill('小广告')
  await page.getByRole('listbox').getByRole('option').first().click()
  await drawer(page).getByLabel('情况说明').fill('电线杆上贴满小广告')
  await drawer(page).getByRole('button', { name: '上报', exact: true }).click()
  await expect(drawer(page)).toContainText('电线杆上贴满小广告')
  expect(await counting(app.query)('true')).toBe(before + 1)
  const no = Number(new URL(page.url()).searchParams.get('sel') ?? (await newest(app.query)))
  await expect.poll(async () => (await drawn(page)).points.find((each) => each.no === no)?.group).toBe(0)
})

async function versionOf(query: <Row>(sql: string, values?: unknown[]) => Promise<Row[]>, id: string): Promise<number> {
  const [row] = await query<{ version: number }>('select version from public.hotspots where id = $1', [id])
  return row!.version
}

async function newest(query: <Row>(sql: string) => Promise<Row[]>): Promise<number> {
  const [row] = await query<{ no: number }>('select max(no)::int as no from public.hotspots')
  return row!.no
}
