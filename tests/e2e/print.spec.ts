import AxeBuilder from '@axe-core/playwright'
import type { Download, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expect, test } from '../support/app.ts'

/** A sheet has 17 million pixels, and without a graphics card the processor draws each. */
const PATIENCE_MS = 240_000

async function openDialog(page: Page) {
  await page.goto('/map')
  await page.getByRole('button', { name: '打印 / 导出' }).click({ timeout: PATIENCE_MS })
  const dialog = page.getByRole('dialog', { name: '打印与导出' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('button', { name: '保存 PDF' })).toBeEnabled({ timeout: PATIENCE_MS })
  return dialog
}

async function save(page: Page, click: () => Promise<void>): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE_MS }), click()])
  return { download, bytes: await readFile(await download.path()) }
}

/** Dark and coloured pixels of a PNG, judged by the browser that drew it. */
function inkOf(
  page: Page,
  png: Buffer,
): Promise<{ width: number; height: number; header: number; map: number; footer: number }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width / 4, image.height / 4)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    const share = (from: number, to: number) => {
      let ink = 0
      const [first, last] = [Math.round(from * canvas.height), Math.round(to * canvas.height)]
      for (let i = first * canvas.width * 4; i < last * canvas.width * 4; i += 4) {
        const [red, green, blue] = [data[i]!, data[i + 1]!, data[i + 2]!]
        const isColoured = Math.max(red, green, blue) - Math.min(red, green, blue) > 12
        if (isColoured || green < 200) ink++
      }
      return ink / ((last - first) * canvas.width)
    }
    return {
      width: image.width,
      height: image.height,
      header: share(0, 0.1),
      map: share(0.15, 0.85),
      footer: share(0.87, 1),
    }
  }, png.toString('base64'))
}

test.describe('a printed map', () => {
  test.setTimeout(2 * PATIENCE_MS)

  test('comes as A3 at 300 dots per inch: title, map, legend and scale on it', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    const dialog = await openDialog(page)
    const { violations } = await new AxeBuilder({ page }).include('.print-dialog').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])

    await dialog.getByLabel('标题').fill('九月整治一张图')
    await dialog.getByRole('radio', { name: 'A3' }).check()
    const savePng = await dialog.getByRole('button', { name: '保存 PNG' }).elementHandle()
    // In one moment: a preview that follows from the choice must not take the file's place.
    const { download, bytes } = await save(page, () =>
      dialog.getByRole('radio', { name: '全部区域' }).evaluate((radio: HTMLElement, button) => {
        radio.click()
        ;(button as HTMLElement | null)?.click()
      }, savePng),
    )
    expect(download.suggestedFilename()).toBe('九月整治一张图.png')
    const ink = await inkOf(page, bytes)
    expect([ink.width, ink.height]).toEqual([4961, 3508])
    expect(ink.header).toBeGreaterThan(0.003)
    expect(ink.map).toBeGreaterThan(0.2)
    expect(ink.footer).toBeGreaterThan(0.003)
    await expect(dialog.getByText('已保存 九月整治一张图.png')).toBeVisible()
  })

  test('comes as a PDF of the size of the paper, in a round scale', async ({ page, signIn }) => {
    await signIn(page, 'viewer')
    const dialog = await openDialog(page)
    await dialog.getByRole('radio', { name: '纵向' }).check()
    await dialog.getByLabel('比例尺').selectOption({ label: '1:25,000' })
    const { download, bytes } = await save(page, () => dialog.getByRole('button', { name: '保存 PDF' }).click())
    expect(download.suggestedFilename()).toBe('示例镇环境整治一张图.pdf')
    expect(bytes.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]')
    expect(bytes.toString('latin1')).toContain('/Width 2480 /Height 3508')
  })

  test('can be stopped while it is made, says why it cannot be finished, and is left with Esc', async ({
    page,
    signIn,
  }) => {
    await signIn(page, 'viewer')
    const dialog = await openDialog(page)
    await dialog.getByRole('button', { name: '保存 PDF' }).click()
    await dialog.getByRole('button', { name: '停止生成' }).click({ timeout: PATIENCE_MS })
    await expect(dialog.getByRole('button', { name: '保存 PDF' })).toBeEnabled()
    // The next map that is drawn loses its context as soon as it has one: later might be too late, when the file is there already.
    await page.evaluate(() => {
      const watch = new MutationObserver(() => {
        const gl = document.querySelector<HTMLCanvasElement>('.sheet-map canvas')?.getContext('webgl2')
        if (!gl) return
        watch.disconnect()
        setTimeout(() => gl.getExtension('WEBGL_lose_context')?.loseContext())
      })
      watch.observe(document.body, { childList: true, subtree: true })
    })
    await dialog.getByRole('button', { name: '保存 PNG' }).click()
    await expect(dialog.getByRole('alert')).toContainText('浏览器收回了图形内存')
    await expect(dialog.getByRole('button', { name: '保存 PDF' })).toBeEnabled()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: '打印 / 导出' })).toBeFocused()
  })
})
