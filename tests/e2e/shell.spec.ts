import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { DemoAccount } from '../support/actors.ts'
import { expect, test } from '../support/app.ts'
import type { TestServer } from '../support/test-server.ts'

interface Screen {
  path: string
  account: DemoAccount | null
  /** What is there once the screen has settled. */
  ready: (page: Page) => Promise<void>
}

const SCREENS: readonly Screen[] = [
  { path: '/sign-in', account: null, ready: (page) => expect(page.locator('button[type=submit]')).toBeVisible() },
  { path: '/map', account: 'planner', ready: (page) => expect(page.locator('canvas').first()).toBeVisible() },
  {
    path: '/cases?view=all',
    account: 'planner',
    ready: (page) => expect(page.locator('.case-row').first()).toBeVisible(),
  },
  { path: '/progress', account: 'planner', ready: (page) => expect(page.getByRole('table')).toBeVisible() },
  {
    path: '/import',
    account: 'planner',
    ready: (page) => expect(page.locator('main h1, main h2').first()).toBeVisible(),
  },
  {
    path: '/settings?section=rules',
    account: 'admin',
    ready: (page) => expect(page.getByRole('switch').first()).toBeVisible(),
  },
  { path: '/nowhere', account: 'planner', ready: (page) => expect(page.locator('main h2')).toBeVisible() },
]

async function open(page: Page, screen: Screen, signIn: (page: Page, account: DemoAccount) => Promise<void>) {
  if (screen.account) await signIn(page, screen.account)
  await page.goto(screen.path)
  await screen.ready(page)
}

const prefer = (page: Page, key: 'locale' | 'theme', value: string) =>
  page.addInitScript(([name, text]) => localStorage.setItem(name, text), [key, value] as const)

/** Everything that a person reads or hears on the page. */
function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spoken = ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    )
    return [document.title, ...document.body.innerText.split('\n'), ...spoken]
  })
}

/** Names and addresses of the data that have no English form, and people. */
async function namesOf(app: TestServer): Promise<string[]> {
  const rows = await app.query<{ name: string }>(
    `select name from public.areas where name_en is null union select name from public.units where name_en is null
     union select name from public.places where name_en is null union select name from public.categories where name_en is null
     union select display_name from public.members union select title from public.hotspots where title is not null
     union select address from public.hotspots where address is not null`,
  )
  return rows.map((row) => row.name).sort((a, b) => b.length - a.length)
}

test.describe('in English', () => {
  for (const screen of SCREENS) {
    test(`not a Chinese word is left on ${screen.path}, but names`, async ({ page, app, signIn }) => {
      await prefer(page, 'locale', 'en')
      await open(page, screen, signIn)
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      const names = await namesOf(app)
      const left = (await wordsOf(page))
        .map((words) => names.reduce((rest, name) => rest.replaceAll(name, ''), words))
        // The first letter of a person's name stands in a circle of its own.
        .filter((words) => /\p{Script=Han}/u.test(words) && !names.some((name) => name.startsWith(words.trim())))
      expect(left).toEqual([])
    })
  }

  test('is one click away and stays after a reload', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    await page.goto('/progress')
    await page.getByRole('button', { name: /^账户/ }).click()
    await page.getByRole('radio', { name: 'English' }).check({ force: true })
    await expect(page.getByRole('heading', { name: 'Progress by area' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Progress by area' })).toBeVisible()
    await expect(page).toHaveTitle('Environment Remediation Map')
  })
})

test.describe('the theme', () => {
  test('is chosen in the account menu, changes the page at once and stays', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    await page.goto('/progress')
    await page.getByRole('button', { name: /^账户/ }).click()
    await page.getByRole('radio', { name: '深色' }).check({ force: true })
    await expect(page.locator('html')).toHaveClass(/dark/)
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(11, 30, 51)')
    await page.reload()
    await expect(page.locator('html')).toHaveClass(/dark/)
    await page.getByRole('button', { name: /^账户/ }).click()
    await page.getByRole('radio', { name: '浅色' }).check({ force: true })
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(247, 248, 246)')
  })

  test('follows the system unless told otherwise', async ({ page, signIn }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await signIn(page, 'viewer')
    await page.goto('/progress')
    await expect(page.locator('html')).toHaveClass(/dark/)
    await page.emulateMedia({ colorScheme: 'light' })
    await expect(page.locator('html')).not.toHaveClass(/dark/)
  })
})

test.describe('the keyboard', () => {
  test('reaches the content first, then the navigation, and opens and leaves the menu', async ({ page, signIn }) => {
    await signIn(page, 'planner')
    await page.goto('/progress')
    await expect(page.getByRole('table')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: '跳到主要内容' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: '环境整治一张图' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: '地图' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: '案件' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: '督办' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: '导入' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const account = page.getByRole('button', { name: /^账户/ })
    await expect(account).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(account).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('radio', { name: '中文' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(account).toBeFocused()
  })

  test('skips to the content', async ({ page, signIn }) => {
    await signIn(page, 'planner')
    await page.goto('/progress')
    await page.getByRole('link', { name: '跳到主要内容' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('main')).toBeFocused()
    await expect(page).toHaveURL(/\/progress/)
  })
})

test.describe('nothing serious stands in the way of anybody', () => {
  for (const screen of SCREENS) {
    test(`on ${screen.path} in the light and the dark theme`, async ({ page, signIn }) => {
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
      await open(page, screen, signIn)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ reducedMotion: 'reduce', colorScheme })
        await expect(page.locator('html')).toHaveClass(colorScheme === 'dark' ? /dark/ : /^(?!.*dark)/)
        const { violations } = await new AxeBuilder({ page }).analyze()
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect(
          serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
          colorScheme,
        ).toEqual([])
      }
    })
  }
})

test.describe('the live connection', () => {
  test('tells when it is lost, since when, and that it is back', async ({ page, signIn }) => {
    let isDown = false
    const sockets = new Set<{ close: () => Promise<void> }>()
    await page.routeWebSocket(/\/realtime\/v1\//, async (socket) => {
      if (isDown) return socket.close()
      socket.connectToServer()
      sockets.add(socket)
    })
    await signIn(page, 'viewer')
    await page.goto('/progress')
    const badge = page.getByRole('banner').getByRole('status')
    await expect(badge).toHaveText(/数据时间 \d\d:\d\d · 实时/)
    isDown = true
    for (const socket of sockets) await socket.close()
    await expect(badge).toHaveText(/已断开 \d\d:\d\d/)
    isDown = false
    await expect(badge).toHaveText(/实时/)
  })
})

test.describe('a person in two townships', () => {
  test('switches between them, and the address says in which', async ({ page, app, signIn }) => {
    const [added] = await app.query<{ id: number }>(
      `insert into public.members (user_id, role, area_id, display_name)
       select u.id, 'viewer', a.id, '两镇' from auth.users u, public.areas a
       where u.email = 'leader@demo.example' and a.name = '邻镇' returning id::int as id`,
    )
    try {
      await signIn(page, 'leader')
      await page.goto('/progress')
      await expect(page.getByRole('table')).toBeVisible()
      await page.getByRole('button', { name: '乡镇: 示例镇' }).click()
      await page.getByRole('menuitem', { name: '邻镇' }).click()
      await expect(page.getByRole('heading', { name: '还没有问题点位' })).toBeVisible()
      const address = page.url()
      expect(address).toMatch(/root=\d+/)
      await page.getByRole('button', { name: '乡镇: 邻镇' }).click()
      await page.getByRole('menuitem', { name: '示例镇' }).click()
      await expect(page.getByRole('table')).toBeVisible()
      await page.goto(address)
      await expect(page.getByRole('heading', { name: '还没有问题点位' })).toBeVisible()
    } finally {
      await app.query('delete from public.members where id = $1', [added?.id])
    }
  })
})
