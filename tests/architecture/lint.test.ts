import { ESLint } from 'eslint'
import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repositoryRoot } from './repository-files.ts'

/** What is planted is read as if it stood in one of these. */
const APP = 'src/app/App.vue'
const MAIN = 'src/main.ts'
const VITEST = 'tests/architecture/lint.test.ts'
const PLAYWRIGHT = 'tests/e2e/playwright.config.ts'

const TYPED_RULES = ['no-floating-promises', 'await-thenable', 'no-misused-promises', 'switch-exhaustiveness-check']

const component = (template: string, script = '') =>
  `<script setup lang="ts">\n${script}\n</script>\n\n<template>\n  ${template}\n</template>\n`

const PLANTED: [rule: string, file: string, text: string][] = [
  ['vue/no-bare-strings-in-template', APP, component('<p>words</p>')],
  ['vue/no-bare-strings-in-template', APP, component('<p aria-label="words" />')],
  ['vue/enforce-style-attribute', APP, `${component('<p />')}\n<style>\np { margin: 0 }\n</style>\n`],
  ['vue/no-v-html', APP, component('<p v-html="a" />', "const a = ''")],
  ['vue/block-lang', APP, '<script setup>\n</script>\n\n<template>\n  <p />\n</template>\n'],
  ['vue/component-api-style', APP, '<script lang="ts">\nexport default { data: () => ({}) }\n</script>\n'],
  ['no-restricted-syntax', MAIN, "import { a } from './a'\na()\n"],
  ['no-restricted-syntax', MAIN, "export * from './a.ts'\n"],
  ['no-restricted-syntax', MAIN, "export { a } from './a.ts'\n"],
  ['no-restricted-syntax', VITEST, 'await new Promise((resolve) => setTimeout(resolve, 9))\n'],
  ['no-restricted-imports', VITEST, "import { setTimeout } from 'node:timers/promises'\nawait setTimeout(9)\n"],
  ['vitest/no-focused-tests', VITEST, "import { expect, it } from 'vitest'\nit.only('a', () => expect(1).toBe(1))\n"],
  ['vitest/no-disabled-tests', VITEST, "import { expect, it } from 'vitest'\nit.skip('a', () => expect(1).toBe(1))\n"],
  ['vitest/warn-todo', VITEST, "import { it } from 'vitest'\nit.todo('a')\n"],
  ['vitest/expect-expect', VITEST, "import { it } from 'vitest'\nit('a', () => {})\n"],
  [
    'playwright/no-wait-for-timeout',
    PLAYWRIGHT,
    "test('a', async ({ page }) => {\n  await page.waitForTimeout(9)\n})\n",
  ],
  [
    'playwright/no-networkidle',
    PLAYWRIGHT,
    "test('a', async ({ page }) => {\n  await page.goto('/', { waitUntil: 'networkidle' })\n})\n",
  ],
  ['playwright/no-skipped-test', PLAYWRIGHT, "test.fixme('a', async ({ page }) => {\n  await page.goto('/')\n})\n"],
  ['playwright/no-focused-test', PLAYWRIGHT, "test.only('a', async ({ page }) => {\n  await page.goto('/')\n})\n"],
]

const PLANTED_FOR_OXLINT: [rule: string, file: string, text: string][] = [
  ['eslint(no-console)', 'src/console.ts', "console.log('a')\n"],
  ['eslint(no-empty)', 'src/empty.ts', 'try {\n  self.close()\n} catch {}\n'],
  ['typescript(no-explicit-any)', 'src/any.ts', 'export const a: any = 1\n'],
  ['typescript(ban-ts-comment)', 'src/ignore.ts', '// @ts-ignore\nexport const a: string = 1\n'],
  ['typescript(ban-ts-comment)', 'src/nocheck.ts', '// @ts-nocheck\nexport const a = 1\n'],
]

describe('ESLint', () => {
  // Reading the types of the whole project takes longer than all the rest; the rules that need them have to wait outside.
  const eslint = new ESLint({
    cwd: repositoryRoot,
    overrideConfig: {
      files: ['**/*.{ts,vue}'],
      languageOptions: { parserOptions: { projectService: false } },
      rules: Object.fromEntries(TYPED_RULES.map((rule) => [`@typescript-eslint/${rule}`, 'off'])),
    },
  })

  const rulesFired = async (file: string, text: string) => {
    const [result] = await eslint.lintText(text, { filePath: join(repositoryRoot, file) })
    return result?.messages.map(({ ruleId }) => ruleId)
  }

  it.each(PLANTED)('refuses by %s in %s', async (rule, file, text) => {
    expect(await rulesFired(file, text)).toContain(rule)
  })

  it('lets signs stand in a template', async () => {
    expect(await rulesFired(APP, component('<p>（{{ a }} · {{ a }}）</p>', 'const a = 1'))).toEqual([])
  })

  it('lets a promise that may end by a clock stand in a test', async () => {
    const text = "await new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 9))\n"
    expect(await rulesFired(VITEST, text)).toEqual([])
  })
})

describe('oxlint', () => {
  let root: string
  let fired: { code: string; filename: string }[]

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'oxlint-'))
    await copyFile(join(repositoryRoot, '.oxlintrc.json'), join(root, '.oxlintrc.json'))
    for (const [, file, text] of PLANTED_FOR_OXLINT) {
      await mkdir(dirname(join(root, file)), { recursive: true })
      await writeFile(join(root, file), text)
    }
    const oxlint = join(repositoryRoot, 'node_modules/oxlint/bin/oxlint')
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json', '.'], { cwd: root, encoding: 'utf8' })
    fired = (JSON.parse(stdout) as { diagnostics: typeof fired }).diagnostics
  })

  afterAll(() => rm(root, { recursive: true, force: true }))

  it.each(PLANTED_FOR_OXLINT)('refuses by %s in %s', (rule, file) => {
    expect(fired.filter(({ filename }) => filename === file).map(({ code }) => code)).toContain(rule)
  })
})
