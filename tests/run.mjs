// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled, runNpm } from '../supabase/embedded/cli/ensure-installed.mjs'
import { ensureBrowser } from './support/chromium.mjs'
import { countPlaywright, countVitest } from './support/count-tests.mjs'

/**
 * `npm test`: everything that has to hold before a change lands, from an empty node_modules on. Stops at the first step
 * that fails. `npm test -- --only db,e2e` runs some of the steps.
 */

const root = resolve(import.meta.dirname, '..')
const results = join(root, 'test-results')

/** @typedef {import('./support/count-tests.mjs').Count} Count */
/** @typedef {{ name: string, what: string, run: () => number | null, count?: () => Count[] }} Step */

/** @param {string[]} scripts of package.json, run one after the other until one fails */
const npmScripts =
  (...scripts) =>
  () => {
    for (const script of scripts) {
      const status = runNpm(root, ['run', '--silent', script])
      if (status !== 0) return status
    }
    return 0
  }

/** @param {string} file a script of an installed package, @param {string[]} options */
const node = (file, ...options) =>
  spawnSync(process.execPath, [join(root, 'node_modules', file), ...options], { cwd: root, stdio: 'inherit' }).status

/** @param {string} name of the step, @param {string[]} projects of vitest.config.ts, which are also the kinds of tests */
const vitest = (name, ...projects) => {
  const report = join(results, `vitest-${name}.json`)
  return {
    run: () =>
      node(
        'vitest/vitest.mjs',
        'run',
        ...projects.flatMap((project) => ['--project', project]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ),
    count: () => countVitest(report, projects),
  }
}

/** @type {Step[]} */
const STEPS = [
  { name: 'lint', what: 'oxlint, ESLint, Prettier', run: npmScripts('lint:oxlint', 'lint:eslint', 'lint:format') },
  { name: 'types', what: 'vue-tsc', run: npmScripts('type-check') },
  { name: 'layers', what: 'direction of imports', run: npmScripts('layers') },
  { name: 'unit', what: 'Vitest without a database', ...vitest('unit', 'unit', 'component', 'architecture') },
  { name: 'db', what: 'migrations and rights', ...vitest('db', 'db') },
  { name: 'embedded', what: 'the embedded backend', ...vitest('embedded', 'embedded') },
  { name: 'build', what: 'Vite', run: npmScripts('build') },
  {
    name: 'e2e',
    what: 'Chromium',
    run: () => node('@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts'),
    count: () => countPlaywright(join(results, 'e2e.json')),
  },
]

/** @returns {Step[]} what the command line asks for; the browser tests need the built app */
function chosenSteps() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  if (values.only === undefined) return STEPS
  const wanted = new Set(values.only.split(',').map((name) => name.trim()))
  const unknown = [...wanted].filter((name) => !STEPS.some((step) => step.name === name))
  if (unknown.length > 0) {
    throw new Error(`There is no step ${unknown.join(', ')}. There are ${STEPS.map(({ name }) => name).join(', ')}.`)
  }
  if (wanted.has('e2e') && !existsSync(join(root, 'dist', 'index.html'))) wanted.add('build')
  return STEPS.filter(({ name }) => wanted.has(name))
}

/** @typedef {{ name: string, seconds: number, counts: Count[], failure: string | null }} Outcome */

/** @param {Step} step @returns {Outcome} */
function take({ name, what, run, count }) {
  console.log(`\n── ${name}: ${what} ${'─'.repeat(Math.max(3, 70 - name.length - what.length))}`)
  const startedAt = performance.now()
  const status = run()
  const seconds = (performance.now() - startedAt) / 1000
  if (status !== 0) return { name, seconds, counts: [], failure: `${name} failed.` }
  const counts = count?.() ?? []
  const empty = counts.filter(({ passed }) => passed === 0).map(({ kind }) => kind)
  const skipped = counts.filter((each) => each.skipped > 0).map((each) => `${each.skipped} in ${each.kind}`)
  const failure =
    empty.length > 0
      ? `No test ran in ${empty.join(', ')}.`
      : skipped.length > 0
        ? `Tests were skipped, which counts as failing: ${skipped.join(', ')}.`
        : null
  return { name, seconds, counts, failure }
}

/** @param {Outcome[]} outcomes */
function printTable(outcomes) {
  const counts = outcomes.flatMap((outcome) => outcome.counts)
  const total = counts.reduce((sum, { passed }) => sum + passed, 0)
  const seconds = outcomes.reduce((sum, outcome) => sum + outcome.seconds, 0)
  /** @param {string} a @param {number} b @param {string} c */
  const row = (a, b, c) => console.log(`${a.padEnd(10)}${b.toFixed(1).padStart(8)}  ${c}`)
  console.log(`\nstep       seconds  tests`)
  for (const outcome of outcomes) {
    const tests = outcome.counts.map(({ kind, passed }) => `${kind} ${passed}`).join(', ')
    row(outcome.name, outcome.seconds, outcome.failure ? 'FAILED' : tests)
  }
  row('total', seconds, `${total} tests`)
}

function main() {
  const steps = chosenSteps()
  ensureInstalled(root)
  if (steps.some(({ name }) => name === 'e2e')) ensureBrowser()
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })

  /** @type {Outcome[]} */
  const outcomes = []
  for (const step of steps) {
    const outcome = take(step)
    outcomes.push(outcome)
    if (outcome.failure) break
  }
  printTable(outcomes)
  const failure = outcomes.find((outcome) => outcome.failure)?.failure
  if (failure) throw new Error(failure)
}

try {
  main()
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
