import type { Page } from '@playwright/test'
import { expect, test } from '../support/app.ts'
import type { Query } from '../support/test-database.ts'

const card = (page: Page) => page.getByRole('complementary', { name: '案件详情' })
const stepButton = (page: Page, step: string) => card(page).getByRole('button', { name: step, exact: true })

async function reportedCase(query: Query, after = 0): Promise<number> {
  const [row] = await query<{ no: number }>(
    `select h.no::int as no from public.hotspots h join public.areas a on a.id = h.root_id
     where a.name = '示例镇' and status = 'reported' and h.no > $1 order by h.no limit 1`,
    [after],
  )
  return row!.no
}

const stepsOf = async (query: Query, no: number) =>
  (
    await query<{ step: string }>(
      'select step from public.hotspot_events e join public.hotspots h on h.id = e.hotspot_id where h.no = $1 order by e.id',
      [no],
    )
  ).map(({ step }) => step)

test.describe('two people on one case at once', () => {
  // No map beside the ledger: it would only be waited for.
  test.use({ viewport: { width: 1000, height: 900 } })

  test('the slower one is told what changed, chooses, and loses nothing that was written', async ({
    app,
    browser,
    page,
    signIn,
  }) => {
    const no = await reportedCase(app.query)
    const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, locale: 'zh-CN' })
    const other = await context.newPage()
    await signIn(page, 'supervisor')
    await signIn(other, 'supervisor2')
    for (const each of [page, other]) await each.goto(`/cases?nos=${no}&sel=${no}`)

    await test.step('a step that the other has made impossible', async () => {
      await stepButton(page, '不予立案').click()
      await card(page).getByLabel('为什么不予立案').fill('现场没有发现')
      await stepButton(other, '立案').click()
      await expect(card(other).getByLabel('归入哪个专项行动')).toBeVisible()
      await stepButton(other, '立案').click()
      await expect(card(other).locator('.status')).toContainText('已立案')
      await expect(card(page).getByRole('alert')).toContainText('状态：已上报 → 已立案')
      await expect(card(page).getByLabel('为什么不予立案')).toHaveValue('现场没有发现')
      await stepButton(page, '按最新情况继续').click()
      await expect(card(page).getByText('您写的内容没有提交')).toContainText('现场没有发现')
      await expect(stepButton(page, '派遣')).toBeVisible()
    })

    await test.step('both press in the same moment: one step is taken, the other is asked', async () => {
      for (const [each, reason] of [
        [page, '等待施工甲'],
        [other, '等待施工乙'],
      ] as const) {
        await stepButton(each, '挂账').click()
        await card(each).getByLabel('为什么挂账').fill(reason)
      }
      await Promise.all([page, other].map((each) => stepButton(each, '挂账').click()))
      for (const each of [page, other]) await expect(card(each).locator('.status')).toContainText('挂账')
      expect((await stepsOf(app.query, no)).filter((step) => step === 'suspend')).toHaveLength(1)
      const slower = (await card(page).getByRole('alert').isVisible()) ? page : other
      await expect(card(slower).getByRole('alert')).toContainText('状态：已立案 → 挂账')
      await expect(card(slower).getByLabel('为什么挂账')).toHaveValue(/等待施工/)
      await stepButton(slower, '按最新情况继续').click()
      await expect(card(slower).getByText('您写的内容没有提交')).toContainText('等待施工')
      await expect(stepButton(slower, '恢复处置')).toBeVisible()
    })
    await context.close()
  })
})
