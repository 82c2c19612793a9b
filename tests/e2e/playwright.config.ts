import { defineConfig } from '@playwright/test'
import { join, resolve } from 'node:path'
import { browserRefusal, CHROMIUM_ARGUMENTS, findChromium } from '../support/chromium.mjs'

const results = resolve(import.meta.dirname, '../../test-results')

const refusal = browserRefusal()
if (refusal) throw new Error(refusal)

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(results, 'e2e'),
  reporter: [['list'], ['json', { outputFile: join(results, 'e2e.json') }]],
  fullyParallel: false,
  // Each has a server and a browser of its own; one alone leaves a core idle while it waits.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      // Without a graphics card pages are painted faster than they are put together in WebGL, which stays for the maps.
      args: [...CHROMIUM_ARGUMENTS, '--disable-gpu-compositing', '--lang=zh-CN'],
    },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    // The processor draws the maps, and no test of a screen looks at its pixels: a quarter of them is drawn in a quarter of the time. Paper has its
    // own resolution.
    deviceScaleFactor: 0.5,
    // Emptied between two tests, it keeps only what the browser has compiled and cached.
    reuseContext: true,
    actionTimeout: 20_000,
    navigationTimeout: 60_000,
    screenshot: 'only-on-failure',
    trace: 'off',
    video: 'off',
  },
})
