import type { Page } from '@playwright/test'
import { withExif, type CameraFacts } from './exif-segment.ts'

/** What a page draws as a photo: `width` × `height`, different for another `seed`. */
export interface Scene {
  width: number
  height: number
  seed: number
}

/** A JPEG as a phone's camera saves it: drawn by the browser with the grain of a real picture, and EXIF before it. */
export async function cameraPhoto(page: Page, scene: Scene, facts: CameraFacts): Promise<Buffer> {
  const base64 = await page.evaluate(async ({ width, height, seed }) => {
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    let state = seed
    const next = () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff
    const sky = context.createLinearGradient(0, 0, 0, height)
    sky.addColorStop(0, '#a9c6d8')
    sky.addColorStop(1, '#6f7a55')
    context.fillStyle = sky
    context.fillRect(0, 0, width, height)
    for (let i = 0; i < 300; i++) {
      context.fillStyle = `hsl(${next() * 360} ${20 + next() * 40}% ${20 + next() * 60}%)`
      context.fillRect(next() * width, next() * height, next() * width * 0.2, next() * height * 0.2)
    }
    // The grain of a sensor, without which no JPEG of 12 megapixels is as large as a real one.
    const tile = new ImageData(512, 512)
    for (let at = 0; at < tile.data.length; at += 4) tile.data.set([next() * 255, next() * 255, next() * 255, 44], at)
    const grain = new OffscreenCanvas(512, 512)
    grain.getContext('2d')?.putImageData(tile, 0, 0)
    context.fillStyle = context.createPattern(grain, 'repeat') ?? 'black'
    context.fillRect(0, 0, width, height)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    let text = ''
    for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
    return btoa(text)
  }, scene)
  return Buffer.from(withExif(new Uint8Array(Buffer.from(base64, 'base64')), facts))
}
