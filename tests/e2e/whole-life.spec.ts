import type { Browser, BrowserContext, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import type { DemoAccount } from '../support/actors.ts'
import { expect, test } from '../support/app.ts'
import { cameraPhoto } from '../support/camera-photo.ts'
import type { Query } from '../support/test-database.ts'
import { expectSomeDrawn } from './map/drawn.ts'

/** What a case's panel in the ledger and the map's drawer have in common. */
const card = (page: Page) => page.getByRole('complementary', { name: /案件详情|详情/ })
const stepButton = (page: Page, step: string) => card(page).getByRole('button', { name: step, exact: true })

/** A person with a browser of its own: no map beside the ledger, which would only be waited for. */
async function arrive(
  browser: Browser,
  signIn: (page: Page, account: DemoAccount) => Promise<void>,
  account: DemoAccount,
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1000, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  await signIn(page, account)
  return page
}

async function openCase(page: Page, no: number): Promise<void> {
  await page.goto(`/cases?nos=${no}&sel=${no}`)
  await expect(card(page).getByText(`${no} 号`)).toBeVisible()
}

async function expectStatus(page: Page, status: string): Promise<void> {
  await expect(card(page).locator('.status')).toContainText(status)
}

/** Takes a step that asks for nothing, or after what it asks for has been filled in. */
async function takeStep(page: Page, step: string, fill?: () => Promise<void>): Promise<void> {
  await stepButton(page, step).click()
  if (!fill) return
  await expect(card(page).locator('.step-form')).toBeVisible()
  await fill()
  await stepButton(page, step).click()
}

async function addPhoto(page: Page, title: string, seed: number): Promise<void> {
  const picker = page.getByRole('region', { name: title })
  const buffer = await cameraPhoto(page, { width: 1200, height: 900, seed }, { time: '2026:05:08 09:30:15' })
  await picker.getByLabel('选择照片').setInputFiles({ name: `${seed}.jpg`, mimeType: 'image/jpeg', buffer })
  await expect(picker.getByText('已上传')).toBeVisible()
}

const choose = async (page: Page, label: string, option: string) => {
  await card(page).getByRole('combobox', { name: label }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').getByRole('option', { name: option }).first().click()
}

/** The days until a revisit are not waited for: its day is put to today. */
const letRevisitsCome = (query: Query, no: number) =>
  query(
    `update public.revisits set due_on = current_date - 1 where hotspot_id = (select id from public.hotspots where no = $1)`,
    [no],
  )

/** All text of a Word document, paragraph after paragraph, and the names of its pictures. */
async function readDocx(path: string): Promise<{ text: string; pictures: string[] }> {
  const files = unzipSync(new Uint8Array(await readFile(path)))
  const xml = strFromU8(files['word/document.xml']!)
  const text = xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/g, '')
  return { text, pictures: Object.keys(files).filter((name) => /^word\/media\/.+\.(png|jpe?g)$/.test(name)) }
}

test('a case goes from the first photo over a relapse and an order to held, each step by whom it belongs to', async ({
  app,
  browser,
  signIn,
}) => {
  test.setTimeout(240_000)
  const [handlers] = await app.query<{ unit: string }>(
    `select u.name as unit from public.members m join public.units u on u.id = m.unit_id
     join auth.users a on a.id = m.user_id and a.email = 'handler@demo.example' where m.role = 'handler'`,
  )
  const officer = await arrive(browser, signIn, 'officer')
  const supervisor = await arrive(browser, signIn, 'supervisor')
  const handler = await arrive(browser, signIn, 'handler')
  const second = await arrive(browser, signIn, 'supervisor2')
  let no = 0

  await test.step('the officer reports it with a photo', async () => {
    await officer.goto('/map')
    await expectSomeDrawn(officer)
    await officer.getByRole('button', { name: '上报问题' }).click()
    await card(officer).getByRole('combobox', { name: '问题类别' }).fill('小广告')
    await officer.getByRole('listbox').getByRole('option').first().click()
    await card(officer).getByLabel('情况说明').fill('电线杆上贴满小广告')
    await addPhoto(officer, '添加照片', 11)
    await card(officer).getByRole('button', { name: '上报', exact: true }).click()
    await expectStatus(officer, '已上报')
    const [row] = await app.query<{ no: number }>('select max(no)::int as no from public.hotspots')
    no = row!.no
    await expect(card(officer)).toContainText(`${no} 号`)
  })

  const dispatch = async (caseNo: number) => {
    await openCase(supervisor, caseNo)
    await takeStep(supervisor, '立案', () => expect(card(supervisor).getByLabel('归入哪个专项行动')).toBeVisible())
    await expectStatus(supervisor, '已立案')
    await takeStep(supervisor, '派遣', () => choose(supervisor, '派给哪个单位', handlers!.unit))
    await expectStatus(supervisor, '已派遣')
  }
  const fix = async (caseNo: number, seed: number) => {
    await openCase(handler, caseNo)
    await takeStep(handler, '接单处置')
    await expectStatus(handler, '处置中')
    await takeStep(handler, '提交核查', () => addPhoto(handler, '添加整治后照片', seed))
    await expectStatus(handler, '待核查')
    await expect(stepButton(handler, '核查通过')).toBeHidden()
  }
  const verify = async (page: Page, caseNo: number) => {
    await openCase(page, caseNo)
    await expect(card(page).getByRole('region', { name: '前后对比' })).toBeVisible()
    await takeStep(page, '核查通过', () => expect(card(page).getByText('现场合格')).toBeVisible())
    await expectStatus(page, '已结案')
  }

  await test.step('the supervisor accepts and dispatches it, and the unit is told', async () => {
    await handler.goto('/cases')
    const bell = handler.getByRole('button', { name: /^提醒/ })
    await bell.click()
    const assigned = handler.getByRole('region', { name: '提醒' }).locator('.assigned')
    await expect(handler.getByRole('region', { name: '提醒' }).locator('ul, .nothing').first()).toBeVisible()
    const before = Number(
      /\d+/.exec((await assigned.count()) > 0 ? await assigned.locator('h3').innerText() : '0')?.[0],
    )
    await handler.keyboard.press('Escape')
    await dispatch(no)
    await expect(handler.getByRole('button', { name: /^提醒：\d+ 项新的/ })).toBeVisible({ timeout: 40_000 })
    await bell.click()
    await expect(assigned.locator('h3')).toContainText(`${before + 1} 件新派给本单位`)
    await expect(assigned.locator('h3')).toContainText('1 项新的')
    await assigned.locator('.item').first().click()
    await expect(card(handler)).toContainText(`${no} 号`)
  })

  await test.step('the unit hands it in with a photo, and another person verifies it, before beside after', async () => {
    await fix(no, 12)
    await verify(second, no)
  })

  let relapse = 0
  await test.step('a revisit finds it there again: a new case, linked with the old one, which stays closed', async () => {
    await letRevisitsCome(app.query, no)
    await openCase(officer, no)
    await takeStep(officer, '回头看：已反弹', async () => {
      await card(officer).getByLabel('现场是什么情况').fill('同一处又贴满了')
      await addPhoto(officer, '添加回头看照片', 13)
    })
    await expect(card(officer).locator('.step-form')).toBeHidden()
    const rows = await app.query<{ no: number; status: string }>(
      `select r.no::int as no, h.status from public.hotspots r join public.hotspots h on h.id = r.relapse_of where h.no = $1`,
      [no],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]!.status).toBe('closed')
    relapse = rows[0]!.no
    await openCase(officer, no)
    await card(officer)
      .getByRole('button', { name: new RegExp(`${relapse} 号`) })
      .click()
    await expect(card(officer)).toContainText(new RegExp(`反弹.*${no} 号|${no} 号.*反弹`, 's'))
  })

  await test.step('the supervisor writes an order about it, issues it and takes it as a Word document', async () => {
    await dispatch(relapse)
    await supervisor.goto(`/orders/new?cases=${relapse}`)
    const form = supervisor.locator('.order-form')
    await expect(form.getByText(`${relapse} 号`)).toBeVisible()
    await form.getByRole('checkbox', { name: handlers!.unit }).check()
    await form.getByRole('button', { name: '5 个工作日', exact: true }).click()
    await form.getByRole('button', { name: '保存草稿' }).click()
    await supervisor.getByRole('button', { name: '发出', exact: true }).click()
    await supervisor.getByRole('button', { name: '确认发出' }).click()
    const status = supervisor.locator('.order-detail .status')
    await expect(status).toContainText('已发出')
    const [order] = await app.query<{ no: string }>(
      'select no from public.orders order by issued_at desc nulls last limit 1',
    )
    await expect(status).toContainText(order!.no)
    const download = supervisor.waitForEvent('download')
    await supervisor.getByRole('button', { name: '下载 Word' }).click()
    const { text, pictures } = await readDocx(await (await download).path())
    for (const part of [order!.no, handlers!.unit, String(relapse), '督办']) expect(text).toContain(part)
    // The photo of the revisit, and where it is.
    expect(pictures.length).toBeGreaterThanOrEqual(2)
    await openCase(handler, relapse)
    await expect(card(handler)).toContainText('督办 1 次')
  })

  await test.step('it is fixed, verified, and held after the last revisit', async () => {
    await fix(relapse, 14)
    await verify(second, relapse)
    await letRevisitsCome(app.query, relapse)
    await openCase(officer, relapse)
    for (const left of [2, 1, 0]) {
      await takeStep(officer, '回头看：未反弹', () => expect(card(officer).getByText('现场保持良好')).toBeVisible())
      await expect(card(officer).locator('.case-revisits li', { hasText: '未反弹' })).toHaveCount(3 - left)
      await expectStatus(officer, left > 0 ? '已结案' : '已巩固')
    }
  })

  const events = await app.query<{ no: number; steps: string[]; actors: number }>(
    `select h.no::int as no, array_agg(e.step order by e.id) as steps, count(distinct e.actor_id)::int as actors
     from public.hotspots h join public.hotspot_events e on e.hotspot_id = h.id where h.no in ($1, $2) group by h.no order by h.no`,
    [no, relapse],
  )
  expect(events).toEqual([
    { no, steps: ['report', 'accept', 'assign', 'take', 'hand_in', 'verify', 'fail_revisit'], actors: 4 },
    {
      no: relapse,
      steps: [
        'report',
        'accept',
        'assign',
        'urge',
        'take',
        'hand_in',
        'verify',
        'pass_revisit',
        'pass_revisit',
        'pass_revisit',
      ],
      actors: 4,
    },
  ])
  for (const page of [officer, supervisor, handler, second]) await page.context().close()
})
