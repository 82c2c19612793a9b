import type { Page } from '@playwright/test'
import { expect, test } from '../support/app.ts'
import type { TestServer } from '../support/test-server.ts'
import { drawn, expectDrawn, expectSomeDrawn, SOON } from './map/drawn.ts'

/** Cases that somebody works on; the first is due in three minutes, the second has been for a day, the others have a year. */
async function setDeadlines(app: TestServer): Promise<{ soon: number; overdue: number }> {
  const cases = await app.query<{ no: number }>(
    `select no::int as no from public.hotspots where status = 'in_progress' order by no limit 2`,
  )
  const [soon, overdue] = cases.map(({ no }) => no)
  if (soon === undefined || overdue === undefined) throw new Error('The demo has too few cases at work.')
  await app.exec(
    `alter table public.hotspots disable trigger user;
     update public.hotspots set due_at = now() + case no when ${soon} then interval '3 minutes' when ${overdue} then interval '-1 day' else interval '1 year' end
       where end_reason is null and status in ('accepted', 'assigned', 'in_progress', 'handed_in');
     alter table public.hotspots enable trigger user;`,
  )
  return { soon, overdue }
}

const ringed = async (page: Page) => (await drawn(page)).overdue.toSorted((one, other) => one - other)
const row = (page: Page) => page.getByRole('button', { name: /逾期/ })

test.describe('what is overdue on the map', () => {
  let cases: { soon: number; overdue: number }

  test.beforeEach(async ({ app, page, signIn }) => {
    cases = await setDeadlines(app)
    await signIn(page, 'supervisor')
  })

  test('has a ring, which comes by itself when its minute comes', async ({ page }) => {
    await page.clock.install()
    await page.goto('/map')
    await expectSomeDrawn(page)
    await expect.poll(() => ringed(page), SOON).toEqual([cases.overdue])

    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('hotspot_tile')) asked.push(request.url())
    })
    await page.clock.fastForward('04:00')
    await expect
      .poll(() => ringed(page), SOON)
      .toEqual([cases.soon, cases.overdue].toSorted((one, other) => one - other))
    expect(asked).toEqual([])
  })

  test('is counted in the legend, and shown alone by it; the address keeps that', async ({ page }) => {
    await page.goto('/map')
    await expectSomeDrawn(page)
    await expect(row(page)).toContainText('1')
    await row(page).click()
    await expectDrawn(page, 1)
    await expect(row(page)).toHaveAttribute('aria-pressed', 'true')
    await expect(page).toHaveURL(/[?&]overdue=1/)

    await page.reload()
    await expectDrawn(page, 1)
    await row(page).click()
    await expect.poll(async () => (await drawn(page)).points.length, SOON).toBeGreaterThan(1)
    await expect(page).not.toHaveURL(/overdue/)
  })
})

test('what is sent back keeps its ring, also where the list has lost it', async ({ app, page, signIn }) => {
  const [late] = await app.query<{ no: number }>(
    `select no::int as no from public.hotspots where status = 'handed_in' order by no limit 1`,
  )
  await app.exec(
    `alter table public.hotspots disable trigger user;
     update public.hotspots set due_at = now() - interval '9 days' where no = ${late!.no};
     alter table public.hotspots enable trigger user;`,
  )
  await signIn(page, 'supervisor2')
  await page.goto(`/cases?view=to_verify&sel=${late!.no}`)
  await expect.poll(() => ringed(page), SOON).toContain(late!.no)
  const card = page.getByRole('complementary', { name: '案件详情' })
  await card.getByRole('button', { name: '返工', exact: true }).click()
  await card.getByLabel('哪里要返工').fill('清理不彻底')
  await card.getByRole('button', { name: '返工', exact: true }).click()
  await expect(card.locator('.status')).toContainText('处置中')
  // The view holds what waits for verification: its tiles let the case go.
  await expect.poll(async () => (await drawn(page)).points.some(({ no }) => no === late!.no), SOON).toBe(false)
  await expect.poll(() => ringed(page), SOON).toContain(late!.no)
})
