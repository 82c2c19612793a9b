import type { Page } from '@playwright/test'
import { expect, test } from '../support/app.ts'
import { protomapsTown } from '../support/protomaps-town.ts'
import { startTileHost, type Manners, type TileHost } from '../support/tile-host.ts'
import type { TestServer } from '../support/test-server.ts'
import { drawn, expectSomeDrawn } from './map/drawn.ts'

const ARCHIVE = '/town.pmtiles'
const AWAY = '底图暂时不可用，已改用素底图'

const box = (page: Page) => page.locator('.town-map .box')
const note = (page: Page) => page.locator('.basemap-note')
const drawer = (page: Page) => page.getByRole('complementary', { name: '详情' })
/** The layer tree offers the same choice. */
const tools = (page: Page) => page.getByRole('toolbar', { name: '地图工具' })

/** Gives every root this basemap; null takes the setting away. */
async function setBasemap({ query }: TestServer, value: unknown): Promise<void> {
  await query("delete from public.settings where key = 'basemap'")
  if (value !== null)
    await query(
      "insert into public.settings (area_id, key, value) select id, 'basemap', $1::jsonb from public.areas where parent_id is null",
      [JSON.stringify(value)],
    )
}

/** Opens the map close to an open hotspot of the supervisor's township, where hotspots are drawn one by one. */
async function openStreet({ query }: TestServer, page: Page): Promise<void> {
  const [at] = await query<{ lng: number; lat: number }>(
    `select h.lng, h.lat from public.hotspots h where h.status = 'reported' and h.area_id is not null
     and h.root_id = (select a.root_id from public.members m join public.areas a on a.id = m.area_id join auth.users u on u.id = m.user_id
                      where u.email = 'supervisor@demo.example' limit 1) order by h.no limit 1`,
  )
  await page.goto(`/map?m=17/${at!.lat}/${at!.lng}`)
}

/** The hotspots are there, and a click on the one nearest to the middle of the map tells of it. */
async function expectUsable(page: Page): Promise<void> {
  await expectSomeDrawn(page)
  const area = (await box(page).boundingBox())!
  const middle = { x: area.width / 2, y: area.height / 2 }
  const [nearest] = (await drawn(page)).points.toSorted(
    (one, other) => Math.hypot(one.x - middle.x, one.y - middle.y) - Math.hypot(other.x - middle.x, other.y - middle.y),
  )
  await page.mouse.click(area.x + nearest!.x, area.y + nearest!.y)
  await expect(drawer(page)).toBeVisible()
}

test.describe('a basemap', () => {
  let host: TileHost

  test.beforeAll(async () => {
    host = await startTileHost()
    host.files.set(ARCHIVE, protomapsTown())
  })
  test.afterAll(() => host.stop())
  test.beforeEach(async ({ page, signIn }) => {
    host.manners = 'serves'
    await signIn(page, 'supervisor')
  })
  test.afterEach(({ app }) => setBasemap(app, null))

  for (const [manners, reason] of [
    ['404', '底图地址给出的不是地图'],
    ['403', '拒绝访问'],
    ['hangs', '超过 3 秒没有回应'],
    ['html', '底图地址给出的不是地图'],
    ['no cors', '没有回应'],
    ['no ranges', '底图地址给出的不是地图'],
  ] satisfies [Manners, string][])
    test(`of a host that answers with “${manners}” leaves paper, its reason and a map that works`, async ({
      app,
      page,
    }) => {
      host.manners = manners
      await setBasemap(app, { kind: 'pmtiles', url: `${host.url}${ARCHIVE}` })
      await openStreet(app, page)
      await expect(note(page)).toContainText(AWAY)
      await expect(note(page)).toContainText(reason)
      await expect(box(page)).toHaveAttribute('data-basemap', 'away')
      await expectUsable(page)
      await expect.poll(async () => (await drawn(page)).basemap).toEqual([])
    })

  test('in the Protomaps schema is drawn below the data, with its maker’s name', async ({ app, page }, info) => {
    await setBasemap(app, { kind: 'pmtiles', url: `${host.url}${ARCHIVE}`, approvalNumber: '某S(2026)1号' })
    await page.goto('/map?m=15/30.968/117.94')
    await expect(box(page)).toHaveAttribute('data-basemap', 'shown')
    await expect
      .poll(async () => (await drawn(page)).basemap.toSorted(), { timeout: 60_000 })
      .toEqual(expect.arrayContaining(['buildings', 'earth', 'landuse', 'roads', 'water']))
    await expect(page.locator('.map-credits')).toContainText('© OpenStreetMap')
    await expect(page.locator('.map-credits')).toContainText('审图号：某S(2026)1号')
    await page.screenshot({ path: info.outputPath('protomaps.png') })
    await openStreet(app, page)
    await expectUsable(page)
  })

  test('whose host dies while one looks goes, and comes back when one asks for it', async ({ app, page }) => {
    host.manners = 'dies'
    await setBasemap(app, { kind: 'pmtiles', url: `${host.url}${ARCHIVE}` })
    await openStreet(app, page)
    // One tile after the other is refused: the map is moved until enough have been.
    await expect
      .poll(
        async () => {
          await page.keyboard.press('ArrowRight')
          await box(page).locator('canvas').first().focus()
          await page.keyboard.press('ArrowDown')
          return box(page).getAttribute('data-basemap')
        },
        { timeout: 60_000 },
      )
      .toBe('away')
    await expect(note(page)).toContainText(AWAY)
    host.manners = 'serves'
    await note(page).getByRole('button', { name: '重试' }).click()
    await expect(box(page)).toHaveAttribute('data-basemap', 'shown')
    await expect(note(page)).toContainText('底图已恢复')
    await expectUsable(page)
  })

  test('can be switched off by whoever does not want it, and stays so', async ({ app, page }) => {
    await setBasemap(app, { kind: 'pmtiles', url: `${host.url}${ARCHIVE}` })
    await openStreet(app, page)
    await expect(box(page)).toHaveAttribute('data-basemap', 'shown')
    await page.getByRole('button', { name: '底图' }).click()
    await tools(page).getByRole('radio', { name: '素底图' }).check()
    await expect(box(page)).toHaveAttribute('data-basemap', 'none')
    await expect.poll(async () => (await drawn(page)).basemap).toEqual([])
    await page.reload()
    await expectUsable(page)
    await expect(box(page)).toHaveAttribute('data-basemap', 'none')
  })

  test('changes its theme and language with the product, and the data stays as it is', async ({ app, page }) => {
    await setBasemap(app, { kind: 'pmtiles', url: `${host.url}${ARCHIVE}` })
    await openStreet(app, page)
    await expectSomeDrawn(page)
    await expect.poll(async () => (await drawn(page)).basemap.length, { timeout: 60_000 }).toBeGreaterThan(1)
    const before = (await drawn(page)).points.map(({ no, group }) => `${no}:${group}`).toSorted()
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect(page.locator('html.dark')).toBeAttached()
    await expect
      .poll(async () => (await drawn(page)).points.map(({ no, group }) => `${no}:${group}`).toSorted())
      .toEqual(before)
    await expect(box(page)).toHaveAttribute('data-basemap', 'shown')
    await expect.poll(async () => (await drawn(page)).basemap).toContain('earth')
  })

  for (const [what, value, sentence] of [
    ['cannot be read', { kind: 'gaode' }, '底图设置有误，已改用素底图'],
    ['has shifted coordinates', { kind: 'pmtiles', url: '/basemap/x.pmtiles', crs: 'gcj02' }, 'GCJ-02'],
  ] as const)
    test(`whose setting ${what} is not drawn, and one sentence says so`, async ({ app, page }) => {
      await setBasemap(app, value)
      await openStreet(app, page)
      await expect(note(page)).toContainText(sentence)
      await expect(box(page)).toHaveAttribute('data-basemap', 'none')
      await expectUsable(page)
      await note(page).getByRole('button', { name: '知道了' }).click()
      await expect(note(page)).not.toContainText(sentence)
    })

  test('that is somebody’s style lies below ours, without its bad layers and its pictures', async ({ app, page }) => {
    const style = {
      version: 8,
      sprite: `${host.url}/no-sprite`,
      glyphs: `${host.url}/no-glyphs/{fontstack}/{range}.pbf`,
      sources: {
        map: { type: 'vector', url: `pmtiles://${host.url}${ARCHIVE}` },
        gone: { type: 'vector', url: 'gone.json' },
      },
      layers: [
        { id: 'bg', type: 'background', paint: { 'background-color': '#eeeeee' } },
        { id: 'area-fill', type: 'fill', source: 'map', 'source-layer': 'earth', paint: { 'fill-color': '#dddddd' } },
        { id: 'bad', type: 'line', source: 'map', 'source-layer': 'roads', paint: { 'line-color': 'no colour' } },
        { id: 'unread', type: 'line', source: 'map', 'source-layer': 'roads', filter: ['what', 'is', 'this'] },
        { id: 'lost', type: 'line', source: 'gone', 'source-layer': 'roads' },
        {
          id: 'names',
          type: 'symbol',
          source: 'map',
          'source-layer': 'places',
          layout: { 'text-field': ['get', 'name'], 'text-font': ['Nobody Sans'], 'icon-image': 'nothing' },
        },
      ],
    }
    host.files.set('/style.json', Buffer.from(JSON.stringify(style)))
    await setBasemap(app, { kind: 'style', url: `${host.url}/style.json`, attribution: '某某测绘院' })
    await page.goto('/map?m=14/30.972/117.94')
    await expect(box(page)).toHaveAttribute('data-basemap', 'shown')
    await expect
      .poll(async () => (await drawn(page)).basemap.toSorted(), { timeout: 60_000 })
      .toEqual(expect.arrayContaining(['earth', 'places']))
    expect((await drawn(page)).basemap).not.toContain('roads')
    await expect(page.locator('.map-credits')).toContainText('某某测绘院')
    await openStreet(app, page)
    await expectUsable(page)
  })

  for (const [what, text] of [
    ['no JSON', '<!doctype html>'],
    ['no style', '{"version": 7}'],
    ['a style of nothing', '{"version": 8, "sources": {}, "layers": []}'],
  ] as const)
    test(`that is ${what} where a style should be leaves paper`, async ({ app, page }) => {
      host.files.set('/style.json', Buffer.from(text))
      await setBasemap(app, { kind: 'style', url: `${host.url}/style.json` })
      await openStreet(app, page)
      await expect(note(page)).toContainText(AWAY)
      await expectUsable(page)
    })

  test('of 天地图 is drawn with its token as map or imagery, and a refused token is told', async ({ app, page }) => {
    const asked: string[] = []
    let isRefused = false
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    await page.route(/tianditu\.gov\.cn/, async (route) => {
      asked.push(route.request().url())
      const headers = { 'access-control-allow-origin': '*' }
      if (isRefused) await route.fulfill({ status: 403, headers, contentType: 'text/html', body: 'tk' })
      else await route.fulfill({ headers, contentType: 'image/png', body: pixel })
    })
    await setBasemap(app, { kind: 'tianditu', layer: 'vec', token: '0123456789abcdef0123456789abcdef' })
    await openStreet(app, page)
    await expect(box(page)).toHaveAttribute('data-basemap', 'shown')
    await expect.poll(async () => (await drawn(page)).basemap).toEqual(['base-picture', 'base-names'])
    await expect
      .poll(() => asked.some((url) => /\/cva_w\/wmts\?.*TILEMATRIX=\d+&TILEROW=\d+&TILECOL=\d+/.test(url)))
      .toBe(true)
    expect(asked.every((url) => new URL(url).searchParams.get('tk') === '0123456789abcdef0123456789abcdef')).toBe(true)
    await expect(page.locator('.map-credits')).toContainText('天地图')
    await page.getByRole('button', { name: '底图' }).click()
    await tools(page).getByRole('radio', { name: '天地图 · 影像' }).check()
    await expect.poll(() => asked.some((url) => url.includes('/img_w/wmts?'))).toBe(true)
    isRefused = true
    await page.reload()
    await expect(note(page)).toContainText('请管理员检查密钥')
    await expectUsable(page)
  })
})
