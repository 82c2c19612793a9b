import { chromium, type Browser } from '@playwright/test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { browserRefusal, CHROMIUM_ARGUMENTS, findChromium } from '../../support/chromium.mjs'
import { distDir } from '../../support/test-server.ts'

/** Why the part in Chromium cannot run here, as a sentence; null when it can. */
export function browserPartRefusal(): string | null {
  if (!existsSync(join(distDir, 'index.html'))) return 'The app is not built: run npm run build first.'
  return browserRefusal()
}

/** Does the work with a browser that draws maps in software, as the browser tests do. */
export async function withBrowser(work: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: CHROMIUM_ARGUMENTS,
  })
  try {
    await work(browser)
  } finally {
    await browser.close()
  }
}
