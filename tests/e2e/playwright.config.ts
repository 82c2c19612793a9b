import { defineConfig } from '@playwright/test'
import { join, resolve } from 'node:path'
import { browserRefusal, findChromium } from '../support/chromium.mjs'

const results = resolve(import.meta.dirname, '../../test-results')

const refusal = browserRefusal()
if (refusal) throw new Error(refusal)

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(results, 'e2e'),
  reporter: [['list'], ['json', { outputFile: join(results, 'e2e.json') }]],
  fullyParallel: false,
  // One server and one browser that draws maps in software are what two cores carry.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [
        // A container's root may not make the sandbox's namespaces; only our own pages are opened.
        ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
        '--use-gl=angle',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--lang=zh-CN',
      ],
    },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 20_000,
    navigationTimeout: 60_000,
    screenshot: 'only-on-failure',
    trace: 'off',
    video: 'off',
  },
})
