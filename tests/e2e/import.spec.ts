import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/app.ts'
import { realFiles } from '../support/real-files.ts'

const { facts, title } = realFiles
const PATIENCE_MS = 300_000
const n = (count: number) => new Intl.NumberFormat('zh-CN').format(count)

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-wizard-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

async function openWizard(page: Page): Promise<void> {
  await page.getByRole('link', { name: '导入', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '导入' })).toBeVisible()
}

async function choose(page: Page, kind: '问题点位' | '区域边界', path: string): Promise<void> {
  await page.getByRole('radio', { name: kind }).check()
  await page.getByLabel('选择文件').setInputFiles(path)
}

/** The number above a word, as the tiles of a preview and of a report show it. */
function tile(within: Locator, label: string): Locator {
  return within
    .locator('dl.count-tiles > div', { has: within.page().getByText(label, { exact: true }) })
    .locator('dd')
    .last()
}

async function expectNoViolations(page: Page): Promise<void> {
  // The map's canvas belongs to MapLibre; everything around it is ours.
  const { violations } = await new AxeBuilder({ page }).exclude('.maplibregl-map').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

async function importHotspots(page: Page): Promise<Locator> {
  await choose(page, '问题点位', realFiles.hotspots)
  await expect(page.getByLabel('经度列')).toHaveValue('Longitude')
  await page.getByRole('button', { name: '检查并预览' }).click()
  await page.getByRole('button', { name: `导入 ${n(facts.located)} 行` }).click({ timeout: PATIENCE_MS })
  const report = page.locator('.report-step')
  await expect(report.getByRole('heading', { name: '导入完成' })).toBeVisible({ timeout: PATIENCE_MS })
  return report
}

test.describe.serial(`the wizard, with ${title}`, () => {
  let page: Page
  test.beforeAll(async ({ browser, app }) => {
    page = await (await browser.newContext({ baseURL: app.url })).newPage()
  })
  test.afterAll(async ({ app }) => {
    await page.context().close()
    // The other screens are tested with a planner of one township.
    await app.query(
      `delete from public.members using public.areas where area_id = areas.id and areas.name = '洛杉矶市'`,
    )
  })

  test('puts every area into a tree of its own', async ({ signIn }) => {
    test.setTimeout(PATIENCE_MS)
    await signIn(page, 'planner')
    await page.goto('/map')
    await openWizard(page)
    await expectNoViolations(page)
    await choose(page, '区域边界', realFiles.areas)
    await expect(page.getByLabel('名称列', { exact: true })).toHaveValue('name')
    await expect(page.getByLabel('编号列')).toHaveValue('nc_id')
    await page.getByRole('radio', { name: '新的区域树' }).check()
    await page.getByLabel('区域树名称').fill('洛杉矶市')
    await page.getByLabel('区域树层级').selectOption({ label: '县区' })
    await page.getByLabel('时区').fill('America/Los_Angeles')
    await expectNoViolations(page)
    await page.getByRole('button', { name: '检查并预览' }).click()
    await expect(page.getByText(`地图上是将要导入的 ${facts.areas} 处`)).toBeVisible({ timeout: PATIENCE_MS })
    await page.getByRole('button', { name: `导入 ${facts.areas} 个区域` }).click()
    const report = page.locator('.report-step')
    await expect(report.getByRole('heading', { name: '导入完成' })).toBeVisible({ timeout: PATIENCE_MS })
    await expect(tile(report, '新增')).toHaveText(n(facts.areas))
    await report.getByRole('link', { name: '在地图上看' }).click()
    await expect(page).toHaveURL(/\/map\?.*root=\d+/)
  })

  test('shows what would come in before anything is written', async ({ app }) => {
    test.setTimeout(PATIENCE_MS)
    const before = await app.query('select count(*)::int as n from public.hotspots')
    await openWizard(page)
    await choose(page, '问题点位', realFiles.hotspots)
    await expect(page.getByLabel('文件中的时间所在时区')).toHaveValue('America/Los_Angeles')
    await expect(page.getByRole('checkbox', { name: /正好零点/ })).toBeChecked()
    await expectNoViolations(page)
    await page.getByRole('button', { name: '检查并预览' }).click()
    const facing = page.locator('.preview-step')
    await expect(tile(facing, '可以导入')).toHaveText(n(facts.located), { timeout: PATIENCE_MS })
    await expect(tile(facing, '不能导入')).toHaveText(n(facts.rows - facts.located))
    await expect(tile(facing, '请核对')).toHaveText(n(facts.closedBeforeReported))
    await expect(facing.getByRole('listitem').filter({ hasText: '来源称已结案' })).toContainText(n(facts.closed))
    await expect(facing.getByRole('listitem').filter({ hasText: '不予立案' })).toContainText(n(facts.cancelled))
    await expect(facing.getByRole('listitem').filter({ hasText: '已移交' })).toContainText(n(facts.referredOut))
    await expect(facing.getByText(`地图上是将要导入的 ${n(facts.located)} 处`)).toBeVisible()
    await expect(tile(facing, '在区域内')).toHaveText(n(facts.inArea), { timeout: PATIENCE_MS })
    await expectNoViolations(page)
    expect(await app.query('select count(*)::int as n from public.hotspots')).toEqual(before)
    await page.getByRole('button', { name: '上一步' }).click()
    await page.getByRole('button', { name: '换一个文件' }).click()
  })

  test('puts every row in that has a place, and hands the rest back', async () => {
    test.setTimeout(PATIENCE_MS)
    const report = await importHotspots(page)
    await expect(tile(report, '新增')).toHaveText(n(facts.located))
    await expect(tile(report, '更新')).toHaveText('0')
    await expect(tile(report, '未导入')).toHaveText(n(facts.rows - facts.located))
    await expect(tile(report, '在区域内')).toHaveText(n(facts.inArea))
    await expect(tile(report, '不在任何区域')).toHaveText(n(facts.located - facts.inArea))
    await expectNoViolations(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      report.getByRole('button', { name: '下载未导入的行' }).click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
    expect(lines).toHaveLength(facts.rows - facts.located + 1)
    expect(lines[0]).toMatch(/,reason$/)
    expect(lines[1]).toContain('location_required: 没有坐标。')
  })

  test('adds nothing the second time', async () => {
    test.setTimeout(PATIENCE_MS)
    await page.getByRole('button', { name: '再导入一份' }).click()
    const report = await importHotspots(page)
    await expect(tile(report, '新增')).toHaveText('0')
    await expect(tile(report, '更新')).toHaveText('0')
    await expect(tile(report, '无变化')).toHaveText(n(facts.located))
    await expect(report.getByText('这份文件里的内容之前都已导入。')).toBeVisible()
  })
})

test.describe('a file that may not come in', () => {
  const header = '编号,经度,纬度,上报时间,类别,状态\n'
  const row = (key: string, lng: number, lat: number) => `${key},${lng},${lat},2024-05-01 08:00,暴露垃圾,已结案\n`
  const ring = (...positions: [number, number][]) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { 名称: '甲村', 代码: '1' },
          geometry: { type: 'Polygon', coordinates: [positions] },
        },
      ],
    })

  let before: unknown
  test.beforeEach(async ({ page, signIn, app }) => {
    await signIn(page, 'planner')
    await page.goto('/map')
    await openWizard(page)
    before = await written(app.query)
  })
  test.afterEach(async ({ app }) => expect(await written(app.query)).toEqual(before))

  async function written(query: (sql: string) => Promise<unknown>): Promise<unknown> {
    return query(
      'select (select count(*)::int from public.hotspots) as h, (select count(*)::int from public.areas) as a',
    )
  }

  async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }

  const atOnce: [string, string, string | Uint8Array, string][] = [
    ['that is binary', 'ledger.csv', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), '这不是能读的文本文件'],
    ['that is empty', 'empty.csv', '', '文件是空的'],
  ]
  for (const [what, name, content, sentence] of atOnce)
    test(`is refused ${what}`, async ({ page }) => {
      await choose(page, '问题点位', await fileOf(name, content))
      await expect(page.getByRole('alert')).toContainText(sentence)
    })

  test('is refused without coordinate columns', async ({ page }) => {
    await choose(page, '问题点位', await fileOf('nowhere.csv', '编号,上报时间,类别\nA1,2024-05-01 08:00,垃圾\n'))
    await expect(page.getByRole('alert')).toContainText('没有认出坐标列')
    await page.getByRole('button', { name: '检查并预览' }).click()
    await expect(page.getByText(/还有 \d+ 项没有填好/)).toBeVisible()
    await expect(page.getByLabel('经度列')).toBeFocused()
  })

  const whenJudged: [string, '问题点位' | '区域边界', string, string, string][] = [
    [
      'with coordinates outside the earth',
      '问题点位',
      'far.csv',
      header + row('A1', 500, 600) + row('A2', 501, 601),
      '坐标无法识别，或不在地球范围内',
    ],
    [
      'with a key that has doubles',
      '问题点位',
      'doubles.csv',
      header + row('A1', 117.94, 30.97) + row('A2', 117.95, 30.97) + row('A1', 117.96, 30.97),
      'A1（第 2、4 行）',
    ],
    [
      'with a ring that crosses itself',
      '区域边界',
      'crossed.geojson',
      ring([117, 30], [118, 31], [118, 30], [117, 31], [117, 30]),
      '边界有错误',
    ],
    [
      'with a ring that is open',
      '区域边界',
      'open.geojson',
      ring([117, 30], [118, 30], [118, 31], [117, 31]),
      '边界有错误',
    ],
  ]
  for (const [what, kind, name, content, sentence] of whenJudged)
    test(`is refused ${what}`, async ({ page }) => {
      await choose(page, kind, await fileOf(name, content))
      if (kind === '问题点位') await page.getByLabel('编号列').selectOption('编号')
      await page.getByRole('button', { name: '检查并预览' }).click()
      await expect(page.getByRole('alert')).toContainText(sentence)
      await expect(page.getByText('没有写入任何内容。')).toBeVisible()
      await expect(page.getByRole('button', { name: /^导入 \d+/ })).toBeDisabled()
    })

  test('is turned round in one click when latitude and longitude are swapped', async ({ page }) => {
    await choose(
      page,
      '问题点位',
      await fileOf('swapped.csv', header + row('A1', 30.97, 117.94) + row('A2', 30.98, 117.95)),
    )
    await page.getByRole('button', { name: '检查并预览' }).click()
    await expect(page.getByRole('alert')).toContainText('经度和纬度写反了')
    await page.getByRole('button', { name: '对调经度和纬度' }).click()
    await expect(page.getByRole('button', { name: '导入 2 行' })).toBeEnabled()
  })

  test('is left to the command when it is over 100 MB', async ({ page }) => {
    const path = join(folder, 'large.csv')
    const file = await open(path, 'w')
    await file.truncate(101 * 1024 * 1024)
    await file.close()
    await choose(page, '问题点位', path)
    await expect(page.getByRole('alert')).toContainText('请用命令导入')
    await expect(page.getByRole('alert')).toContainText(
      'npm run import -- hotspots "large.csv" --mapping M.json --url http',
    )
    await expectNoViolations(page)
  })
})
