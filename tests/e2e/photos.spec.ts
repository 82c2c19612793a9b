import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app.ts'
import { cameraPhoto } from '../support/camera-photo.ts'
import { hasExif } from '../support/has-exif.ts'
import type { Query } from '../support/test-database.ts'

const drawer = (page: Page) => page.getByRole('complementary', { name: '详情' })
const picker = (page: Page) => page.getByRole('region', { name: '添加整治后照片' })
const chooser = (page: Page) => picker(page).getByLabel('选择照片')

interface Case {
  id: string
  no: number
  lng: number
  lat: number
}

/** A case that the unit of the demo's handler is working on; each test takes one of its own. */
async function caseInHand(query: Query): Promise<Case> {
  const [found] = await query<Case>(
    `update public.hotspots h set status = 'in_progress', unit_id = m.unit_id
     from public.members m join auth.users u on u.id = m.user_id and u.email = 'handler@demo.example'
     where m.role = 'handler' and h.id = (
       select o.id from public.hotspots o
       where o.root_id = (select a.root_id from public.areas a where a.id = m.area_id) and o.status = 'reported' and o.area_id is not null
       order by o.no limit 1
     )
     returning h.id, h.no::int as no, h.lng, h.lat`,
  )
  return found!
}

async function openForm(page: Page, { no, lng, lat }: Case): Promise<void> {
  await page.goto(`/map?m=16.5/${lat}/${lng}&sel=${no}`)
  await drawer(page).getByRole('button', { name: '提交核查' }).click()
  await expect(picker(page)).toBeVisible()
}

const jpeg = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })
const ready = (page: Page) => picker(page).getByText('已上传')

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('.photo-picker, .case-photos, dialog[open]').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
}

test.describe('a photo of 12 megapixels from a phone', () => {
  test('is uploaded small, keeps its time and place beside it and nothing of them in it', async ({
    app,
    page,
    signIn,
  }, info) => {
    await signIn(page, 'handler')
    const hotspot = await caseInHand(app.query)
    await openForm(page, hotspot)
    const takenAt = new Date(Date.now() - 3_600_000)
    const clock = new Date(takenAt.getTime() + 8 * 3_600_000).toISOString()
    const time = `${clock.slice(0, 10).replaceAll('-', ':')} ${clock.slice(11, 19)}`
    const place = { lng: hotspot.lng + 0.0003, lat: hotspot.lat }
    const taken = await cameraPhoto(page, { width: 4032, height: 3024, seed: 7 }, { time, offset: '+08:00', ...place })
    expect(taken.length).toBeGreaterThan(3_000_000)
    expect(hasExif(taken)).toBe(true)

    const from = performance.now()
    await chooser(page).setInputFiles(jpeg('IMG_0001.JPG', taken))
    await expect(ready(page)).toBeVisible()
    const seconds = (performance.now() - from) / 1000
    info.annotations.push({
      type: 'time',
      description: `${(taken.length / 1e6).toFixed(1)} MB ready in ${seconds.toFixed(1)} s`,
    })
    await expectAccessible(page)

    await drawer(page).getByRole('button', { name: '提交核查' }).click()
    await expect(drawer(page).locator('.status')).toContainText('待核查')
    const [row] = await app.query<Record<string, unknown>>(
      `select kind, width, height, bytes, taken_at, taken_lng, taken_lat, source, hints, path, thumb_path, event_id is not null as has_event
       from public.photos where hotspot_id = $1`,
      [hotspot.id],
    )
    info.annotations.push({ type: 'size', description: `stored as ${String(row!.bytes)} bytes` })
    expect(row).toMatchObject({
      kind: 'after',
      width: 1920,
      height: 1440,
      source: 'file',
      hints: ['from_file'],
      has_event: true,
    })
    expect(Number(row!.bytes)).toBeLessThan(600_000)
    expect(new Date(String(row!.taken_at)).getTime()).toBe(Math.floor(takenAt.getTime() / 1000) * 1000)
    expect(Number(row!.taken_lng)).toBeCloseTo(place.lng, 5)
    expect(Number(row!.taken_lat)).toBeCloseTo(place.lat, 5)

    for (const path of [row!.path, row!.thumb_path]) {
      const stored = await fetch(`${app.url}/storage/v1/object/evidence/${String(path)}`, {
        headers: { apikey: app.keys.secretKey, authorization: `Bearer ${app.keys.secretKey}` },
      })
      expect(stored.headers.get('content-type')).toBe('image/jpeg')
      expect(hasExif(new Uint8Array(await stored.arrayBuffer()))).toBe(false)
    }

    await drawer(page).getByRole('button', { name: '查看照片 1：整治后' }).click()
    const viewer = page.getByRole('dialog', { name: '查看照片' })
    await expect(viewer.getByText(`${place.lat.toFixed(5)}, ${place.lng.toFixed(5)}`)).toBeVisible()
    await expect(viewer.getByText('照片是从文件中选的，不是当场拍的。')).toBeVisible()
    await expectAccessible(page)
    const download = page.waitForEvent('download')
    await viewer.getByRole('link', { name: '保存照片' }).click()
    const chunks: Buffer[] = []
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer)
    const exported = Buffer.concat(chunks)
    expect(exported.length).toBe(Number(row!.bytes))
    expect(hasExif(new Uint8Array(exported))).toBe(false)
    await page.keyboard.press('Escape')
    await expect(viewer).toBeHidden()
  })

  test('stands upright when the phone was held upright', async ({ app, page, signIn }) => {
    await signIn(page, 'handler')
    const hotspot = await caseInHand(app.query)
    await openForm(page, hotspot)
    const facts = { time: '2026:05:08 09:30:15', orientation: 6 }
    await chooser(page).setInputFiles(
      jpeg('up.jpg', await cameraPhoto(page, { width: 1600, height: 1200, seed: 3 }, facts)),
    )
    await expect(ready(page)).toBeVisible()
    await drawer(page).getByRole('button', { name: '提交核查' }).click()
    await expect(drawer(page).locator('.status')).toContainText('待核查')
    const rows = await app.query('select width, height, hints from public.photos where hotspot_id = $1', [hotspot.id])
    expect(rows).toEqual([{ width: 1200, height: 1600, hints: ['old_photo', 'no_place', 'from_file'] }])
  })
})

test.describe('a file that is no photo', () => {
  const require = (query: Query, isRequired: boolean) =>
    query(`update public.settings set value = $1 where key = 'photo_required'`, [isRequired])

  test.beforeEach(({ app }) => require(app.query, true))
  test.afterEach(({ app }) => require(app.query, false))

  test('is refused with the sentence that says what to do, and the step waits for a photo', async ({
    app,
    page,
    signIn,
  }) => {
    await signIn(page, 'handler')
    await openForm(page, await caseInHand(app.query))
    await chooser(page).evaluate(
      (input: HTMLInputElement, size) => {
        const bytes = new Uint8Array(size)
        bytes.set([0x49, 0x49, 0x2a, 0])
        const given = new DataTransfer()
        given.items.add(new File([bytes], 'scan.tif', { type: 'image/tiff' }))
        given.items.add(
          new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], 'map.svg', {
            type: 'image/svg+xml',
          }),
        )
        given.items.add(new File(['<!doctype html><script>alert(1)</script>'], 'photo.jpg', { type: 'image/jpeg' }))
        given.items.add(new File(['\0\0\0\x18ftypheic\0\0\0\0mif1heic'], 'IMG_1.HEIC', { type: 'image/heic' }))
        given.items.add(
          new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])], 'broken.jpg', { type: 'image/jpeg' }),
        )
        input.files = given.files
        input.dispatchEvent(new Event('change'))
      },
      50 * 1024 * 1024,
    )
    const says = (name: string, sentence: string) =>
      expect(picker(page).getByRole('alert').filter({ hasText: name })).toContainText(sentence)
    await says('scan.tif', '这是 TIFF 文件，不能作为照片。请另存为 JPEG 后再选。')
    await says('map.svg', '这是 SVG 图形，可能带有程序，不能作为照片。请选相机拍的照片。')
    await says('photo.jpg', '这个文件不是照片，只是名字像。请选 JPEG、PNG 或 WebP 照片。')
    await says('IMG_1.HEIC', '这是 HEIC 照片，浏览器打不开。')
    await says('broken.jpg', '这张照片已损坏，打不开。请重新拍摄或换一张。')
    await expect(drawer(page).getByRole('button', { name: '提交核查' })).toBeDisabled()
    await expectAccessible(page)
    await picker(page).getByRole('button', { name: '移除 scan.tif' }).click()
    await expect(picker(page).getByText('scan.tif')).toHaveCount(0)
    const [stored] = await app.query<{ n: number }>(
      `select count(*)::int as n from storage.objects where name like '%.tif%'`,
    )
    expect(stored!.n).toBe(0)
  })
})

test.describe('photos on their way', () => {
  test('are dropped, pasted, removed and sent again after an outage, nine at most', async ({ app, page, signIn }) => {
    await signIn(page, 'handler')
    await openForm(page, await caseInHand(app.query))
    const small = await cameraPhoto(page, { width: 400, height: 300, seed: 1 }, { time: '2026:05:08 09:30:15' })
    const give = (how: 'drop' | 'paste') =>
      picker(page).evaluate(
        (element, { bytes, event }) => {
          const given = new DataTransfer()
          given.items.add(new File([Uint8Array.from(bytes)], 'given.jpg', { type: 'image/jpeg' }))
          const init = { bubbles: true, cancelable: true }
          element.dispatchEvent(
            event === 'drop'
              ? new DragEvent('drop', { ...init, dataTransfer: given })
              : new ClipboardEvent('paste', { ...init, clipboardData: given }),
          )
        },
        { bytes: [...small], event: how },
      )
    await give('drop')
    await expect(ready(page)).toHaveCount(1)
    await give('paste')
    await expect(ready(page)).toHaveCount(2)
    await picker(page).getByRole('button', { name: '移除照片 2' }).click()
    await expect(ready(page)).toHaveCount(1)

    await page.route('**/storage/v1/object/evidence/**', (route) =>
      route.fulfill({ status: 400, body: '{"statusCode":"401"}' }),
    )
    await chooser(page).setInputFiles(jpeg('late.jpg', small))
    await expect(picker(page).getByText('没传上去')).toBeVisible()
    await page.unroute('**/storage/v1/object/evidence/**')
    await picker(page).getByRole('button', { name: '重新上传' }).click()
    await expect(ready(page)).toHaveCount(2)

    await chooser(page).setInputFiles(Array.from({ length: 8 }, (_, n) => jpeg(`${n}.jpg`, small)))
    await expect(picker(page).getByText('最多 9 张，多出的没有添加。')).toBeVisible()
    await expect(ready(page)).toHaveCount(9)
    await expect(chooser(page)).toHaveCount(0)
  })
})
