import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from '../support/app.ts'
import { cameraPhoto } from '../support/camera-photo.ts'
import type { TestServer } from '../support/test-server.ts'

interface Case {
  id: string
  no: number
  rootId: number
  title: string
}

const detail = (page: Page) => page.locator('.order-detail')
const paper = (page: Page) => page.locator('.paper-sheet').getByRole('article', { name: '文书' })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Gives two cases to the unit of the demo's handler, with titles that a letter can be looked through for. */
async function casesInHand({ query }: TestServer, nos: number[]): Promise<Case[]> {
  return query<Case>(
    `update public.hotspots h set status = 'in_progress', unit_id = m.unit_id, title = '河堤路堆放建材 ' || h.no, due_at = now() - interval '50 hours'
     from public.members m join auth.users u on u.id = m.user_id and u.email = 'handler@demo.example'
     where m.role = 'handler' and h.no = any ($1) and h.root_id = (select a.root_id from public.areas a where a.id = m.area_id)
     returning h.id, h.no::int as no, h.root_id::int as "rootId", h.title`,
    [nos],
  )
}

/** Puts a photo of a case into the bucket, as a phone would have. */
async function addPhoto({ url, keys, query }: TestServer, page: Page, hotspot: Case): Promise<void> {
  const id = randomUUID()
  const jpeg = await cameraPhoto(page, { width: 400, height: 300, seed: 5 }, { time: '2026:05:08 09:30:15' })
  const path = `${hotspot.rootId}/${hotspot.id}/${id}`
  for (const name of [`${path}.jpg`, `${path}-thumb.jpg`]) {
    const stored = await fetch(`${url}/storage/v1/object/evidence/${name}`, {
      method: 'POST',
      headers: { apikey: keys.secretKey, authorization: `Bearer ${keys.secretKey}`, 'content-type': 'image/jpeg' },
      body: new Uint8Array(jpeg),
    })
    if (!stored.ok) throw new Error(await stored.text())
  }
  await query(
    `insert into public.photos (id, hotspot_id, root_id, kind, path, thumb_path, width, height, bytes, source, sha256, dhash, uploaded_by)
     select $1, $2, $3, 'before', $4 || '.jpg', $4 || '-thumb.jpg', 400, 300, $5, 'file', repeat('0', 64), 0, u.id
     from auth.users u where u.email = 'officer@demo.example'`,
    [id, hotspot.id, hotspot.rootId, path, jpeg.length],
  )
}

/** Ticks the first two cases in work in the ledger and goes on to a letter about them. */
async function beginLetter(app: TestServer, page: Page): Promise<Case[]> {
  await page.goto('/cases?view=all&states=doing')
  await expect(page.locator('.case-row').first()).toBeVisible()
  const nos = (await page.locator('.case-row .no').allInnerTexts()).slice(0, 2).map(Number)
  const cases = await casesInHand(app, nos)
  for (const no of nos) await page.getByRole('checkbox', { name: `选中 ${no} 号`, exact: true }).check()
  await page.getByRole('link', { name: '发文' }).click()
  await expect(page).toHaveURL(new RegExp(`/orders/new\\?cases=${nos.join('(,|%2C)')}`))
  return nos.map((no) => cases.find((each) => each.no === no)!)
}

/** The parts of a Word file, and the words of its text. */
function opened(docx: Buffer): { pictures: string[]; words: string } {
  const parts = unzipSync(new Uint8Array(docx))
  const words = strFromU8(parts['word/document.xml']!).replaceAll(/<[^>]+>/g, '')
  return { words, pictures: Object.keys(parts).filter((name) => /^word\/media\/.+\.(png|jpg)$/.test(name)) }
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html.dark')).toHaveCount(colorScheme === 'dark' ? 1 : 0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [colorScheme, id, nodes.map(({ target }) => target)])).toEqual([])
  }
}

test.describe('a letter about cases of the ledger', () => {
  test('is issued, taken along, received and answered, and stays as it was', async ({ app, page, signIn }) => {
    await signIn(page, 'supervisor')
    const cases = await beginLetter(app, page)
    await addPhoto(app, page, cases[0]!)
    for (const { title } of cases) await expect(page.getByRole('list').getByText(title, { exact: true })).toBeVisible()
    await expect(page.getByLabel('标题')).toHaveValue(`关于${cases[0]!.title}等问题的督办函`)
    await expect(page.getByRole('group', { name: '主送单位' }).getByRole('checkbox', { checked: true })).toHaveCount(1)
    await press(page, '5 个工作日')
    await press(page, '保存草稿')
    await expect(paper(page)).toContainText('草稿，发出时编号')
    await press(page, '修改')
    await page.getByLabel('第 2 件的备注').fill('已两次口头提醒')
    await press(page, '保存草稿')
    await expect(paper(page)).toContainText('备注：已两次口头提醒')
    await press(page, '发出')
    await press(page, '确认发出')
    const [order] = await test.step('it has a number and a deadline', async () => {
      await expect(paper(page)).toContainText(/示例督〔20\d\d〕1号/)
      return app.query<{ id: string; no: string; unit: string; day: string }>(
        `select o.id, o.no, u.name as unit, to_char(o.deadline_at at time zone 'Asia/Shanghai', 'FMYYYY年FMMM月FMDD日') as day
         from public.orders o join public.order_addressees d on d.order_id = o.id join public.units u on u.id = d.unit_id
         where o.status = 'issued' and not o.is_oral`,
      )
    })
    const { id, no, unit, day } = order!

    await test.step('as a Word file', async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), press(page, '下载 Word')])
      expect(download.suggestedFilename()).toBe(`${no}.docx`)
      const { words, pictures } = opened(await readFile(await download.path()))
      for (const said of [no, `${unit}：`, `整改期限：${day}`, '已两次口头提醒', ...cases.map(({ title }) => title)])
        expect(words).toContain(said)
      for (const each of cases) expect(words).toContain(`（${each.no}\u00a0号）`)
      expect(
        pictures.filter((name) => name.endsWith('.png')),
        'the map',
      ).toHaveLength(1)
      expect(
        pictures.filter((name) => name.endsWith('.jpg')),
        'the photo',
      ).toHaveLength(1)
    })

    await test.step('on paper, without the frame', async () => {
      await page.emulateMedia({ media: 'print' })
      await expect(page.locator('.printed-paper')).toContainText(no)
      await expect(page.locator('.printed-paper').getByRole('article')).toBeVisible()
      await expect(page.getByRole('banner')).toBeHidden()
      await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/)
      await page.emulateMedia({ media: null })
    })

    await signIn(page, 'handler')
    await page.goto('/orders')
    await page.getByRole('button', { name: '待签收 1' }).click()
    await page.getByRole('link', { name: new RegExp(no) }).click()
    await press(page, '签收')
    await page.getByLabel('回复内容').fill('两处建材已清运,已安排专人看护。')
    await press(page, '回复')
    await expect(page.getByText('1 个单位都已回复')).toBeVisible()
    await expect(page.getByRole('button', { name: '待签收 0' })).toBeVisible()

    await app.query(`update public.hotspots set title = '另一个标题', status = 'handed_in' where id = $1`, [
      cases[0]!.id,
    ])
    await signIn(page, 'supervisor')
    await page.goto(`/orders/${id}`)
    await expect(detail(page).getByText('两处建材已清运,已安排专人看护。')).toBeVisible()
    await expect(paper(page)).toContainText(cases[0]!.title)
    await expect(paper(page)).not.toContainText('另一个标题')
    await detail(page)
      .getByRole('link', { name: `${cases[0]!.no} 号` })
      .click()
    const card = page.getByRole('complementary', { name: '案件详情' })
    await expect(card.getByRole('heading', { name: '另一个标题' })).toBeVisible()
    await card.getByRole('link', { name: no }).click()
    await expect(page).toHaveURL(new RegExp(id))

    for (const other of ['officer', 'stranger'] as const) {
      await signIn(page, other)
      await page.goto(`/orders/${id}`)
      await expect(page.getByRole('alert')).toHaveText(/找不到这份文书/)
    }
  })
})

test('an officer has no way to orders, and a broken link is said to lead nowhere', async ({ page, signIn }) => {
  await signIn(page, 'officer')
  await page.goto('/orders/something')
  await expect(page.getByRole('alert')).toHaveText(/找不到这份文书/)
  const nav = page.getByRole('navigation', { name: '主导航' }).first()
  await expect(nav.getByRole('link', { name: '案件' })).toBeVisible()
  await expect(nav.getByRole('link', { name: '督办' })).toHaveCount(0)
})

test.describe('from the keyboard', () => {
  test('a draft is written, refused without a deadline, mended and thrown away', async ({ app, page, signIn }) => {
    await signIn(page, 'supervisor')
    const [, second] = await beginLetter(app, page)
    await expect(page.getByRole('group', { name: '主送单位' }).getByRole('checkbox', { checked: true })).toHaveCount(1)
    await page.getByRole('button', { name: '移除第 2 件' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('第 2 件的备注')).toHaveCount(0)
    await page.getByLabel('添加案件').fill('河堤路堆放建材')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: `添加 ${second!.no} 号` }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('第 2 件的备注')).toBeVisible()
    await page.getByLabel('标题').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: '发出', exact: true })).toBeVisible()
    await page.getByRole('button', { name: '发出', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('发出后自动编号')).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText(/期限/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: '发出', exact: true })).toBeFocused()
    await page.getByRole('button', { name: '删除草稿' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('草稿删除后不能恢复')).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/orders\/?(\?|$)/)
    expect(await app.query(`select id from public.orders where status = 'draft'`)).toEqual([])
  })
})

test('nobody leaves a letter that is not saved by mistake', async ({ page, signIn }) => {
  await signIn(page, 'supervisor')
  await page.goto('/orders')
  const begin = page.getByRole('link', { name: '起草文书', exact: true })
  await begin.click()
  const body = page.getByLabel('正文')
  await expect(body).toHaveValue(/./)
  // What is offered is not what somebody has written.
  await page.goBack()
  await expect(page).not.toHaveURL(/\/orders\/new/)
  await begin.click()
  await body.fill('请于本周内清运。')
  await page.getByRole('link', { name: '进度', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '这份文书还没有保存' })
  await dialog.getByRole('button', { name: '留下继续写' }).click()
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(/\/orders\/new/)
  await expect(body).toHaveValue('请于本周内清运。')
  await page.goBack()
  await dialog.getByRole('button', { name: '不保存，离开' }).click()
  await expect(page).not.toHaveURL(/\/orders\/new/)
})

test('what was only said is logged without a number, and withdrawn with a reason', async ({ app, page, signIn }) => {
  await signIn(page, 'supervisor')
  await page.goto('/orders/oral')
  await page.getByLabel('被告知人').fill('王主任')
  await page.getByLabel('事由').fill('河道漂浮物')
  await page.getByLabel('说了什么').fill('三天内清理干净。')
  await press(page, '登记')
  await expect(paper(page)).toContainText('口头告知王主任')
  await expect(paper(page)).toContainText('口头，无编号')
  await press(page, '撤回')
  await page.getByLabel('撤回原因').fill('登记错了')
  await press(page, '确认撤回')
  await expect(paper(page).getByText('已撤回', { exact: true })).toBeVisible()
  await expect(detail(page).getByText('登记错了')).toBeVisible()
  const [row] = await app.query<{ status: string }>(`select status from public.orders where is_oral`)
  expect(row).toEqual({ status: 'withdrawn' })
})

test('list, form and document can be used by everybody, light and dark', async ({ app, page, signIn }) => {
  await signIn(page, 'supervisor')
  await beginLetter(app, page)
  await expect(page.getByRole('group', { name: '主送单位' }).getByRole('checkbox', { checked: true })).toHaveCount(1)
  await expectAccessible(page)
  await press(page, '保存草稿')
  await expect(paper(page)).toBeVisible()
  await press(page, '发出')
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  const one = page.locator('.orders-screen .one')
  expect(await one.evaluate((box) => box.scrollWidth - box.clientWidth), 'wider than a phone').toBe(0)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/orders')
  await expect(page.locator('.order-list')).toBeVisible()
  await expectAccessible(page)
})
