import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { DEMO_PASSWORD, demoEmail } from '../support/actors.ts'
import { expect, test } from '../support/app.ts'
import type { TestServer } from '../support/test-server.ts'

/** The columns with numbers, in the order of the table. */
const GROUPS = {
  found: [0, 1, 2, 3, 4, 5, 6, 10, 11],
  todo: [0, 1, 2],
  inWork: [3],
  handedIn: [4],
  verified: [5, 6],
  closedPerSource: [11],
  paused: [10],
}

type Numbers = Record<string, number[]>

/** A recount of the hotspots themselves, past every counter, by the name of the row that they belong to. */
async function recount(app: TestServer, campaignId: number | null): Promise<Numbers> {
  const rows = await app.query<{ name: string; state: number; n: number }>(
    `select case when h.area_id is null then '不在任何区域' when h.area_id = h.root_id then '示例镇本级' else child.name end as name,
        h.state, count(*)::int as n
     from public.hotspots h
     join public.areas root on root.id = h.root_id and root.name = '示例镇'
     left join public.areas own on own.id = h.area_id
     left join public.areas child on child.parent_id = root.id and own.path operator(extensions.<@) child.path
     where $1::bigint is null or coalesce(h.campaign_id, 0) = $1
     group by 1, 2`,
    [campaignId],
  )
  const counts: Numbers = {}
  for (const { name, state, n } of rows)
    for (const key of [name, '合计']) {
      counts[key] ??= Object.values(GROUPS).map(() => 0)
      Object.values(GROUPS).forEach((states, column) => {
        if (states.includes(state)) counts[key]![column]! += n
      })
    }
  return counts
}

/** The numbers of the table on the screen by the name of the row; rows of zeros are left out. */
async function shown(page: Page): Promise<Numbers> {
  const rows = await page.getByRole('table').locator('tbody tr, tfoot tr').all()
  const entries = await Promise.all(
    rows.map(async (row) => {
      const name = (await row.locator('th .name button, th').first().innerText()).split('\n')[0]!.trim()
      const cells = await row.locator('td').allInnerTexts()
      return [name, cells.slice(0, 7).map((text) => Number(text.replaceAll(',', '')))] as const
    }),
  )
  return Object.fromEntries(entries.filter(([, numbers]) => numbers.some((n) => n !== 0)))
}

const withFound = (counts: Numbers) =>
  Object.fromEntries(Object.entries(counts).filter(([, numbers]) => numbers.some((n) => n !== 0)))

const rowNames = (page: Page) => page.locator('tbody th').allInnerTexts()

/** Lets the supervisor turn down a reported hotspot, through the API as a person would. */
async function rejectOne({ url, keys, query }: TestServer): Promise<void> {
  const json = { apikey: keys.publishableKey, 'content-type': 'application/json' }
  const signedIn = await fetch(`${url}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: demoEmail('supervisor'), password: DEMO_PASSWORD }),
  })
  const { access_token: token } = (await signedIn.json()) as { access_token: string }
  const [hotspot] = await query<{ id: string; version: number }>(
    `select h.id, h.version from public.hotspots h join public.areas a on a.id = h.root_id
     where a.name = '示例镇' and h.status = 'reported' and h.area_id is not null order by h.no limit 1`,
  )
  const stepped = await fetch(`${url}/rest/v1/rpc/advance_hotspot`, {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${token}` },
    body: JSON.stringify({
      p_id: hotspot?.id,
      p_step: 'reject',
      p_version: hotspot?.version,
      p_input: { reason: '不在整治范围内' },
    }),
  })
  expect(stepped.status, await stepped.text()).toBe(200)
}

test.describe('the table of progress', () => {
  test('equals a recount by SQL, row by row and in its total', async ({ page, app, signIn }) => {
    await signIn(page, 'viewer')
    await page.goto('/progress')
    const counts = await recount(app, null)
    expect(Object.keys(counts).length).toBeGreaterThan(4)
    await expect.poll(() => shown(page)).toEqual(withFound(counts))
  })

  test('equals a recount in every campaign and in none', async ({ page, app, signIn }) => {
    await signIn(page, 'viewer')
    const campaigns = await app.query<{ id: number }>(
      "select c.id::int as id from public.campaigns c join public.areas a on a.id = c.root_id where a.name = '示例镇' order by c.id",
    )
    for (const id of [...campaigns.map((each) => each.id), 0]) {
      await page.goto(`/progress?campaign=${id}`)
      const counts = withFound(await recount(app, id))
      if (Object.keys(counts).length === 0) await expect(page.getByText('还没有问题点位').first()).toBeVisible()
      else await expect.poll(() => shown(page), `campaign ${id}`).toEqual(counts)
    }
  })

  test('keeps the chosen campaign in the address', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    await page.goto('/progress')
    await page.getByRole('combobox', { name: '专项行动' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: '小广告整治' }).click()
    await expect(page).toHaveURL(/campaign=\d+/)
    await page.reload()
    await expect(page.getByText('小广告整治').first()).toBeVisible()
    await page.goBack()
    await expect(page).not.toHaveURL(/campaign=/)
  })

  test('is sorted by the keyboard, and the address keeps it', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    await page.goto('/progress')
    const head = page.getByRole('columnheader', { name: '发现' })
    await head.getByRole('button').focus()
    await page.keyboard.press('Enter')
    await expect(head).toHaveAttribute('aria-sort', 'descending')
    const most = await rowNames(page)
    await page.keyboard.press('Enter')
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
    await expect(page).toHaveURL(/sort=found/)
    expect((await rowNames(page)).slice(0, 4)).toEqual(most.slice(0, 4).reverse())
    await page.reload()
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
  })

  test('changes by itself when somebody takes a step', async ({ page, app, signIn }) => {
    await signIn(page, 'viewer')
    await page.goto('/progress')
    await expect(page.getByRole('banner')).toContainText('实时')
    const total = page.locator('tfoot td')
    const todo = Number(await total.nth(1).innerText())
    await rejectOne(app)
    await expect(total.nth(1)).toHaveText(String(todo - 1))
    await expect.poll(() => shown(page)).toEqual(withFound(await recount(app, null)))
  })
})

test.describe('the table and the map', () => {
  test('mark the same area, whichever is clicked', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    await page.goto('/progress')
    const name = page.getByRole('table').getByRole('button', { name: '石桥村', exact: true })
    await name.click()
    await expect(name).toHaveAttribute('aria-pressed', 'true')
    await name.click()
    await expect(name).toHaveAttribute('aria-pressed', 'false')

    const canvas = page.getByRole('region', { name: '各区域核查率地图' }).locator('canvas')
    const box = (await canvas.boundingBox())!
    const pressed = page.getByRole('table').getByRole('button', { pressed: true })
    await expect
      .poll(async () => {
        await canvas.click({ position: { x: box.width / 2, y: box.height / 2 } })
        return pressed.count()
      })
      .toBe(1)
  })

  test('go down into the areas of an area and back up', async ({ page, app, signIn }) => {
    const [grid] = await app.query<{ id: number }>(
      `insert into public.areas (parent_id, level, name, name_en)
       select id, 'grid', '石桥一网格', 'Shiqiao grid 1' from public.areas where name = '石桥村' returning id::int as id`,
    )
    await signIn(page, 'viewer')
    await page.goto('/progress')
    await page.getByRole('button', { name: '查看石桥村的下级区域' }).click()
    await expect(page.getByRole('navigation', { name: '所在层级' })).toContainText('石桥村')
    await expect(page.locator('tbody th').filter({ hasText: '石桥一网格' })).toBeVisible()
    await expect(page.locator('tbody th').filter({ hasText: '石桥村本级' })).toBeVisible()
    await expect(page.locator('tbody th').filter({ hasText: '不在任何区域' })).toHaveCount(0)
    await expect(page).toHaveURL(/area=\d+/)
    await page.getByRole('navigation', { name: '所在层级' }).getByRole('button', { name: '示例镇' }).click()
    await expect(page).not.toHaveURL(/area=/)
    await app.query('delete from public.areas where id = $1', [grid?.id])
  })
})

test.describe('where closed cases come back', () => {
  test('stands beside the progress, with its numbers and days', async ({ app, page, signIn }) => {
    const [old] = await app.query<{ id: string; area: string; closed: number }>(
      `select h.id, a.name as area, (select count(*)::int from public.hotspots o where o.area_id = h.area_id and o.state in (5, 6)) as closed
       from public.hotspots h join public.areas a on a.id = h.area_id where h.status = 'closed' and not h.closed_by_source order by h.no limit 1`,
    )
    await app.query(
      `update public.hotspots set relapse_of = $1, reported_at = (select closed_at + interval '5 days' from public.hotspots where id = $1)
       where no = (select min(no) from public.hotspots where status = 'reported')`,
      [old!.id],
    )
    await signIn(page, 'viewer')
    await page.goto('/progress')
    await page.getByRole('tab', { name: '反弹' }).click()
    await expect(page).toHaveURL(/view=relapse/)
    const line = page.getByRole('row', { name: new RegExp(`^${old!.area} ${old!.closed} 1 `) })
    await expect(line).toContainText('5 天')
    await expect(line.getByRole('img', { name: /0–6 天：1 处/ })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
    await page.getByRole('tab', { name: '反弹' }).press('ArrowLeft')
    await expect(page.getByRole('columnheader', { name: '核查率' })).toBeVisible()
  })
})

test.describe('progress that cannot be shown', () => {
  test('is empty in a township without hotspots, and says so', async ({ page, signIn }) => {
    await signIn(page, 'stranger')
    await page.goto('/progress')
    await expect(page.getByRole('heading', { name: '还没有问题点位' })).toBeVisible()
    await expect(page.getByRole('link', { name: '去导入' })).toBeVisible()
  })

  test('is an outage that can be tried again', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    await page.route('**/rpc/progress_by_area', (route) => route.abort('connectionrefused'))
    await page.goto('/progress')
    await expect(page.getByRole('alert')).toContainText('连不上服务器')
    await page.unroute('**/rpc/progress_by_area')
    await page.getByRole('button', { name: '重试' }).click()
    await expect(page.getByRole('table')).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test('is refused for an area that is not there', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    await page.goto('/progress?area=999999')
    await expect(page.getByRole('alert')).toContainText('找不到')
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the names stay while the numbers scroll past', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    await page.goto('/progress')
    const name = page.locator('tbody th').first()
    const number = page.locator('tbody tr').first().locator('td').first()
    await expect(name).toBeVisible()
    const before = { name: await name.boundingBox(), number: await number.boundingBox() }
    await page.getByRole('region', { name: '各区域进度' }).evaluate((box) => box.scrollBy(200, 0))
    await expect.poll(async () => (await number.boundingBox())?.x).toBeLessThan(before.number!.x - 100)
    expect((await name.boundingBox())?.x).toBeCloseTo(before.name!.x, 0)
    const isWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    expect(isWide).toBe(false)
  })
})
