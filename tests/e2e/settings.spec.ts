import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { DEMO_PASSWORD, demoEmail, type DemoAccount } from '../support/actors.ts'
import { expect, test } from '../support/app.ts'
import type { TestServer } from '../support/test-server.ts'

const ROOT = `(select id from public.areas where parent_id is null and name = '示例镇')`

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Months in which nothing is that the others do not have: a year is more buttons than are worth looking at one by one. */
const MONTHS_ALIKE = '.calendar-month:not(:nth-child(-n + 2), :nth-child(10))'

async function openSection(page: Page, key: string, name: string) {
  await page.goto(`/settings?section=${key}`)
  await expect(section(page, name).getByRole('status', { name: '载入中' })).toHaveCount(0)
  return section(page, name)
}

/** A step through the API, as another person's app would take it. */
async function takeStep({ url, keys }: TestServer, account: DemoAccount, step: Record<string, unknown>): Promise<void> {
  const json = { apikey: keys.publishableKey, 'content-type': 'application/json' }
  const signedIn = await fetch(`${url}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: demoEmail(account), password: DEMO_PASSWORD }),
  })
  const { access_token: token } = (await signedIn.json()) as { access_token: string }
  const done = await fetch(`${url}/rest/v1/rpc/advance_hotspot`, {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${token}` },
    body: JSON.stringify(step),
  })
  if (!done.ok) throw new Error(await done.text())
}

/** Turns the calendar to a year. */
const openYear = async (page: Page, year: number) => {
  const heading = page.getByRole('heading', { name: /^\d{4} 年$/ })
  for (;;) {
    const shown = Number((await heading.innerText()).slice(0, 4))
    if (shown === year) return
    await page.getByRole('button', { name: shown > year ? '上一年' : '下一年' }).click()
  }
}

test.afterEach(async ({ app }) => {
  await app.exec(`
    delete from public.work_calendar_days where root_id is not null;
    delete from public.time_limits where root_id is not null;
    delete from public.category_routes;
    delete from public.settings where key not in ('map_source', 'approval_number', 'photo_required', 'time_zone', 'basemap');
  `)
})

test('an admin makes a make-up Saturday a day off, finds it kept, and takes it back', async ({ page, signIn }) => {
  await signIn(page, 'admin')
  const calendar = await openSection(page, 'calendar', '工作日历')
  await expect(calendar.getByText('一个工作日 = 8 小时；周一至周五，08:00–12:00、14:00–18:00 计时。')).toBeVisible()
  await openYear(page, 2026)
  await expect(calendar.getByText('248 个工作日')).toBeVisible()

  const saturday = calendar.getByRole('button', { name: /^2026年10月10日/ })
  await expect(saturday).toHaveAccessibleName('2026年10月10日星期六，上班，国庆节调休')
  await saturday.click()
  const panel = page.getByRole('dialog', { name: '2026年10月10日星期六' })
  await panel.getByRole('radio', { name: '休息' }).check({ force: true })
  await panel.getByLabel('名称').fill('镇集日')
  await panel.getByRole('button', { name: '保存这一天' }).click()
  await expect(calendar.getByText('已保存：2026年10月10日星期六 休息。')).toBeVisible()
  await expect(saturday).toBeFocused()
  await expect(calendar.getByText('247 个工作日，其中本地改动 1 天')).toBeVisible()

  await page.reload()
  await openYear(page, 2026)
  await expect(saturday).toHaveAccessibleName('2026年10月10日星期六，休息，镇集日，本地改动')

  await saturday.press('Enter')
  await expect(panel.getByRole('radio', { name: '休息' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(saturday).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(calendar.getByRole('button', { name: /^2026年10月3日/ })).toBeFocused()
  await saturday.click()
  await panel.getByRole('radio', { name: '按原安排' }).check({ force: true })
  await panel.getByRole('button', { name: '保存这一天' }).click()
  await expect(saturday).toHaveAccessibleName('2026年10月10日星期六，上班，国庆节调休')

  await openYear(page, 2028)
  await expect(calendar.getByText('2028 年没有国家放假安排的数据')).toBeVisible()
})

test('working hours are checked as they are written, and say what a working day is', async ({ app, page, signIn }) => {
  await signIn(page, 'admin')
  const calendar = await openSection(page, 'calendar', '工作日历')
  const save = calendar.getByRole('button', { name: '保存修改' })
  await expect(save).toBeDisabled()
  await calendar.getByLabel('第 2 段开始').fill('11:00')
  await expect(calendar.getByText('这一段与另一段重叠。')).toHaveCount(2)
  await expect(save).toBeDisabled()
  await calendar.getByLabel('第 2 段开始').fill('13：30')
  await calendar.getByLabel('第 2 段结束').fill('17:00')
  await calendar.getByRole('checkbox', { name: '周六' }).check({ force: true })
  await expect(calendar.getByText('一个工作日 = 7 小时 30 分钟；周一至周六，')).toBeVisible()
  await save.click()
  await expect(calendar.getByText('已保存。')).toBeVisible()
  await expect(calendar.getByLabel('第 2 段开始')).toHaveValue('13:30')
  const rows = await app.query(`select key, value from public.settings where key like 'working_%' order by key`)
  expect(rows).toEqual([
    {
      key: 'working_hours',
      value: [
        ['08:00', '12:00'],
        ['13:30', '17:00'],
      ],
    },
    { key: 'working_weekdays', value: [1, 2, 3, 4, 5, 6] },
  ])
})

test('a limit of the township counts for the next case, until it is reset', async ({ app, page, signIn }) => {
  const [hotspot] = await app.query<{ id: string; version: number; category: string }>(
    `select h.id, h.version, k.name as category from public.hotspots h join public.categories k on k.id = h.category_id
     where h.root_id = ${ROOT} and h.status = 'reported' and not h.urgent and not k.urgent order by h.no limit 1`,
  )
  const { id, version, category } = hotspot!
  await signIn(page, 'admin')
  const limits = await openSection(page, 'limits', '办理时限')
  await limits.getByRole('searchbox', { name: '按类别查找' }).fill(category)
  const cell = limits.getByRole('button', { name: `修改“${category}”的一般时限` })
  await expect(cell).toHaveText(/5 个工作日\s*系统默认/)
  await cell.click()
  const form = limits.getByRole('form', { name: `“${category}”的一般时限` })
  await form.getByLabel('数量').fill('0')
  await expect(form.getByText('请填写大于 0、不超过 3650 的数字。')).toBeVisible()
  await form.getByLabel('数量').fill('3')
  await form.getByLabel('单位').selectOption('工作时')
  await form.getByRole('button', { name: '保存时限' }).click()
  await expect(cell).toHaveText(/3 个工作时\s*本地规定/)
  await expect(cell).toBeFocused()

  await takeStep(app, 'supervisor', { p_id: id, p_step: 'accept', p_version: version, p_input: {} })
  const given = await app.query(
    'select limit_amount::float as amount, limit_unit as unit from public.hotspots where id = $1',
    [id],
  )
  expect(given).toEqual([{ amount: 3, unit: 'working_hour' }])

  await cell.click()
  await form.getByRole('button', { name: '恢复沿用' }).click()
  await expect(cell).toHaveText(/5 个工作日\s*系统默认/)
})

test('a route proposes its unit for the next hotspot there, and nobody once it is removed', async ({
  app,
  page,
  signIn,
}) => {
  const [place] = await app.query<
    Record<'root' | 'categoryId' | 'unitId', number> &
      Record<'category' | 'area' | 'unit', string> & { lng: number; lat: number }
  >(
    `select h.root_id::int as root, h.category_id::int as "categoryId", k.name as category, a.name as area, u.id::int as "unitId", u.name as unit, h.lng, h.lat
     from public.hotspots h join public.categories k on k.id = h.category_id join public.areas a on a.id = h.area_id and a.level = 'village'
     join public.units u on u.root_id = h.root_id
     where h.root_id = ${ROOT} order by h.no, u.id limit 1`,
  )
  const { root, categoryId, unitId, category, area, unit, lng, lat } = place!
  await signIn(page, 'admin')
  const routes = await openSection(page, 'routes', '归口')
  await expect(routes.getByText('还没有归口')).toBeVisible()
  await expect(routes.getByText(/个类别在整个示例镇没有归口，新点位进入无主队列/)).toBeVisible()
  await routes.getByLabel('类别', { exact: true }).selectOption({ label: category })
  const areaValue = await routes.getByLabel('区域').locator('option', { hasText: area }).getAttribute('value')
  await routes.getByLabel('区域').selectOption(areaValue)
  await routes.getByLabel('责任单位').selectOption({ label: unit })
  await routes.getByRole('button', { name: '添加归口' }).click()
  const row = routes.getByRole('list', { name: '归口列表' }).getByRole('listitem')
  await expect(row).toContainText(unit)
  await expect(routes.getByText('已保存。')).toBeVisible()

  const reported = async () => {
    const id = randomUUID()
    await takeStep(app, 'supervisor', { p_id: id, p_step: 'report', p_input: { root, categoryId, lng, lat } })
    const [hotspot] = await app.query<{ unit: number | null }>(
      'select proposed_unit_id::int as unit from public.hotspots where id = $1',
      [id],
    )
    return hotspot?.unit
  }
  expect(await reported()).toBe(unitId)

  await routes.getByRole('button', { name: `移除“${category}”在${area}的归口` }).click()
  await routes.getByRole('button', { name: '移除归口' }).click()
  await expect(routes.getByText('还没有归口')).toBeVisible()
  expect(await reported()).toBeNull()
})

test('rules are saved, nothing typed is lost without a network, and nobody leaves unsaved changes unasked', async ({
  app,
  page,
  signIn,
}) => {
  await signIn(page, 'admin')
  const rules = await openSection(page, 'rules', '核查与回头看')
  await rules.getByRole('switch', { name: '在相近时段核查' }).check({ force: true })
  await rules.getByLabel('前后相差不超过').fill('90')
  await rules.getByRole('button', { name: '移除 90 天' }).click()
  await rules.getByLabel('添加天数').fill('14')
  await rules.getByLabel('添加天数').press('Enter')
  await rules.getByLabel('反弹半径').fill('1001')
  await expect(rules.getByText('请填写 1 到 1000 的整数。')).toBeVisible()
  await rules.getByLabel('反弹半径').fill('50')

  await page.route('**/rest/v1/settings*', (route) =>
    route.request().method() === 'GET' ? route.fallback() : route.abort(),
  )
  await rules.getByRole('button', { name: '保存修改' }).click()
  await expect(rules.getByRole('alert')).toBeVisible()
  await expect(rules.getByLabel('反弹半径')).toHaveValue('50')

  await page.getByRole('link', { name: '地图', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '有修改还没有保存' })
  await expect(dialog.getByText('离开后，核查与回头看里没有保存的修改会丢失。')).toBeVisible()
  await dialog.getByRole('button', { name: '留下继续修改' }).click()
  await page.getByRole('link', { name: '办理时限' }).click()
  await page.getByRole('link', { name: /^核查与回头看\s*未保存/ }).click()
  await expect(rules.getByLabel('前后相差不超过')).toHaveValue('90')

  await page.unroute('**/rest/v1/settings*')
  await rules.getByRole('button', { name: '重试' }).click()
  await expect(rules.getByText('已保存。')).toBeVisible()
  await page.reload()
  await expect(rules.getByLabel('前后相差不超过')).toHaveValue('90')
  const rows = await app.query(
    `select key, value from public.settings where key in ('verify_same_time_of_day', 'revisit_days', 'relapse_radius_m', 'relapse_days') order by key`,
  )
  expect(rows).toEqual([
    { key: 'relapse_radius_m', value: 50 },
    { key: 'revisit_days', value: [7, 14, 30] },
    { key: 'verify_same_time_of_day', value: 90 },
  ])

  await rules.getByRole('switch', { name: '在相近时段核查' }).uncheck({ force: true })
  await page.getByRole('link', { name: '进度', exact: true }).click()
  await dialog.getByRole('button', { name: '放弃修改并离开' }).click()
  await expect(page).toHaveURL(/\/progress/)
})

test('what another admin has changed is there when one comes back to the window', async ({ app, page, signIn }) => {
  await signIn(page, 'admin')
  const rules = await openSection(page, 'rules', '核查与回头看')
  await expect(rules.getByLabel('反弹期限')).toHaveValue('180')
  await app.query(`insert into public.settings (area_id, key, value) values (${ROOT}, 'relapse_days', '365')`)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(rules.getByLabel('反弹期限')).toHaveValue('365')
})

test('only an admin gets the screen, and one of a village reads it', async ({ app, page, signIn }) => {
  await signIn(page, 'viewer')
  await page.goto('/settings')
  await expect(page.getByRole('heading', { name: '您的角色看不到这个页面' })).toBeVisible()
  await expect(page.getByRole('link', { name: '设置', exact: true })).toHaveCount(0)

  const [added] = await app.query<{ id: number }>(
    `insert into public.members (user_id, role, area_id, display_name)
     select u.id, 'admin', a.id, '村管理员' from auth.users u, public.areas a
     where u.email = 'viewer@demo.example' and a.level = 'village' and a.root_id = ${ROOT} limit 1 returning id::int as id`,
  )
  try {
    await page.reload()
    await expect(page.getByText('这些设置在整个示例镇范围内生效，由示例镇的管理员修改；您可以查看。')).toBeVisible()
    for (const name of ['工作日历', '办理时限', '归口', '核查与回头看']) {
      await page.getByRole('link', { name }).click()
      await expect(section(page, name).getByRole('status', { name: '载入中' })).toHaveCount(0)
      await expect(section(page, name).getByRole('button', { name: /保存|添加|移除|修改/ })).toHaveCount(0)
    }
    await expect(page.getByRole('switch', { name: '在相近时段核查' })).toBeDisabled()
  } finally {
    await app.query('delete from public.members where id = $1', [added?.id])
  }
})

test('nothing serious stands in the way of anybody, in the light and the dark theme', async ({ app, page, signIn }) => {
  await app.query(
    `insert into public.category_routes (root_id, category_id, area_id, unit_id)
     select u.root_id, (select min(id) from public.categories), null, u.id from public.units u where u.root_id = ${ROOT} order by u.id limit 1`,
  )
  await signIn(page, 'admin')
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  for (const [key, name] of [
    ['calendar', '工作日历'],
    ['limits', '办理时限'],
    ['routes', '归口'],
    ['rules', '核查与回头看'],
  ] as const) {
    const opened = await openSection(page, key, name)
    if (key === 'calendar') await opened.getByRole('button', { name: /10月10日/ }).click()
    if (key === 'limits') await opened.getByRole('searchbox').fill('小广告')
    if (key === 'limits') await opened.getByRole('button', { name: /^修改/ }).first().click()
    if (key === 'routes') await opened.getByRole('button', { name: /^修改/ }).click()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme })
      await expect(page.locator('html')).toHaveClass(colorScheme === 'dark' ? /dark/ : /^(?!.*dark)/)
      const { violations } = await new AxeBuilder({ page }).include('main').exclude(MONTHS_ALIKE).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
        `${key} ${colorScheme}`,
      ).toEqual([])
    }
  }
})
