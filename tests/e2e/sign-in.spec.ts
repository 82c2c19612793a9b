import type { Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { DEMO_PASSWORD, demoEmail, type DemoAccount } from '../support/actors.ts'
import { expect, test } from '../support/app.ts'
import { startTestServer } from '../support/test-server.ts'

async function fillIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(password)
}

const submit = (page: Page) => page.getByRole('button', { name: '登录', exact: true })

test.describe('whoever is not signed in', () => {
  test('is led to the form and back to where they wanted to go', async ({ page }) => {
    await page.goto('/progress?sort=-found')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await fillIn(page, demoEmail('supervisor'), DEMO_PASSWORD)
    await submit(page).click()
    await expect(page).toHaveURL(/\/progress\?sort=-found$/)
    await expect(page.getByRole('heading', { name: '各区域进度' })).toBeVisible()
  })

  test('is not led out of the product by a made-up link', async ({ page, app }) => {
    await page.goto('/sign-in?next=//evil.example/progress')
    await fillIn(page, demoEmail('viewer'), DEMO_PASSWORD)
    await submit(page).click()
    await expect(page).toHaveURL((url) => url.origin === app.url && url.pathname === '/map')
  })

  test('can fill in a demo account with one click and sign in with one more', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: /^网格员/ }).click()
    await expect(page.getByLabel('邮箱')).toHaveValue(demoEmail('officer'))
    await expect(submit(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  })
})

test.describe('a role', () => {
  const importers: DemoAccount[] = ['admin', 'planner']
  const others: DemoAccount[] = ['supervisor', 'handler', 'officer', 'viewer', 'leader']

  test('finds in the navigation what it may open', async ({ page, signIn }) => {
    for (const account of [...importers, ...others]) {
      await signIn(page, account)
      // The frame is the same around every screen, and this one has no map that would have to be drawn.
      await page.goto('/nowhere')
      const nav = page.getByRole('navigation', { name: '主导航' })
      const names = [
        '地图',
        '案件',
        ...(account === 'officer' ? [] : ['督办']),
        '进度',
        ...(importers.includes(account) ? ['导入'] : []),
        ...(account === 'admin' ? ['设置'] : []),
      ]
      await expect(nav.getByRole('link'), account).toHaveText(names)
    }
  })

  test('that does not import is told so at the address of the import', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    await page.goto('/import')
    await expect(page.getByRole('heading', { name: '您的角色看不到这个页面' })).toBeVisible()
  })
})

test.describe('a sign-in that fails', () => {
  test('says what is missing before it asks the server', async ({ page }) => {
    await page.goto('/sign-in')
    await submit(page).click()
    await expect(page.getByText('请填写完整的邮箱地址。')).toBeVisible()
    await expect(page.getByText('请填写密码。')).toBeVisible()
    await expect(page.getByLabel('邮箱')).toBeFocused()
  })

  test('says that the pair is wrong, and not which half', async ({ page }) => {
    await page.goto('/sign-in')
    await fillIn(page, demoEmail('viewer'), 'not-the-password')
    await submit(page).click()
    await expect(page.getByRole('alert')).toHaveText('邮箱或密码不对，请重新输入。')
    await expect(page.getByLabel('密码', { exact: true })).toBeFocused()
  })

  test('says when to come back after too many tries', async ({ page }) => {
    await page.goto('/sign-in')
    await fillIn(page, 'guessed@demo.example', 'guess')
    await expect
      .poll(async () => {
        await submit(page).click()
        return page.getByRole('alert').textContent()
      })
      .toMatch(/^尝试次数过多，请在 \d\d:\d\d 之后再试。$/)
  })

  test('says that the server cannot be reached, and works once it can', async ({ page }) => {
    await page.goto('/sign-in')
    await page.route('**/auth/v1/token*', (route) => route.abort('connectionrefused'))
    await fillIn(page, demoEmail('viewer'), DEMO_PASSWORD)
    await submit(page).click()
    await expect(page.getByRole('alert')).toHaveText('连不上服务器。请检查网络，然后重试。')
    await page.unroute('**/auth/v1/token*')
    await submit(page).click()
    await expect(page).toHaveURL(/\/map/)
  })

  test('is not even possible while the backend is away, which can be tried again', async ({ page }) => {
    await page.route('**/config.json', (route) => route.abort('connectionrefused'))
    await page.goto('/map')
    await expect(page.getByRole('alert')).toContainText('连不上服务器')
    await page.unroute('**/config.json')
    await page.getByRole('button', { name: '重试' }).click()
    await expect(submit(page)).toBeVisible()
  })
})

test.describe('the account menu', () => {
  test('names the person and its roles in words, and leads out', async ({ page, signIn }) => {
    await signIn(page, 'supervisor', 'own')
    await page.goto('/progress')
    await page.getByRole('button', { name: /^账户/ }).click()
    await expect(page.getByText(demoEmail('supervisor'))).toBeVisible()
    await expect(page.getByText(/督查员$/)).toBeVisible()
    await page.getByRole('button', { name: '退出登录' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    await page.goto('/progress')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
  })
})

test.describe('an empty installation', () => {
  test('is taken over with the one-time link, once', async ({ page }) => {
    const token = 'one-time-token-of-a-test'
    const empty = await startTestServer({ mode: 'empty' })
    try {
      const hash = createHash('sha256').update(token).digest('hex')
      await empty.exec(`insert into supabase_migrations.first_admin_token (token_hash) values ('${hash}')
        on conflict (only_row) do update set token_hash = excluded.token_hash`)

      await page.goto(empty.url)
      await expect(page.getByText('请用启动服务时打印出来的一次性链接打开本页。')).toBeVisible()

      await page.goto(`${empty.url}/welcome?token=${token}`)
      await page.getByRole('button', { name: '建立并登录' }).click()
      await expect(page.getByText('密码至少 10 位。')).toBeVisible()
      await page.getByLabel('乡镇名称').fill('青山镇')
      await page.getByLabel('您的姓名').fill('李明')
      await page.getByLabel('邮箱').fill('li@qingshan.example')
      await page.getByLabel('设置密码').fill('a-long-password')
      await page.getByRole('button', { name: '建立并登录' }).click()
      await expect(page).toHaveURL(/\/map/)
      await expect(page.getByRole('banner')).toContainText('青山镇')
      const [row] = await empty.query<{ n: number }>(
        "select count(*)::int as n from public.members where role in ('admin', 'planner')",
      )
      expect(row?.n).toBe(2)
    } finally {
      await empty.stop()
    }
  })
})
