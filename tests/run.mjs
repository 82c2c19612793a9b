// @ts-check
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled, npmCommand } from '../supabase/embedded/cli/ensure-installed.mjs'
import { ensureBrowser } from './support/chromium.mjs'
import { countPlaywright, countVitest } from './support/count-tests.mjs'

/**
 * `npm test`: everything that has to hold before a change lands, from an empty node_modules on. Stops at the first step
 * that fails. `npm test -- --only db,e2e` runs some of the steps, `npm test -- --native` also the database tests on PostgreSQL.
 */

const root = resolve(import.meta.dirname, '..')
const results = join(root, 'test-results')

/** @typedef {import('./support/count-tests.mjs').Count} Count */
/**
 * What runs beside what: the `quiet` lane keeps one core busy and shows what it said when a step ends, the `main` lane shows it as it comes.
 * `last` waits for both.
 *
 * @typedef {'quiet' | 'main' | 'last'} Lane
 */
/**
 * @typedef {{ name: string, what: string, lane: Lane, isExtra?: boolean, run: (say: Say) => Promise<number | null>, count?: () => Count[] }} Step
 * `isExtra`: not part of a plain `npm test`, because not every machine has what it takes
 */
/** @typedef {{ live: true } | { live: false, tell: (text: string) => void }} Say */

/**
 * Runs a program to its end and gives its exit code, null when it could not be started or was killed.
 *
 * @param {string} command @param {string[]} options @param {Say} say @param {boolean} [shell]
 * @returns {Promise<number | null>}
 */
const program = (command, options, say, shell = false) =>
  new Promise((resolve) => {
    const child = spawn(command, options, {
      cwd: root,
      shell,
      stdio: say.live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    if (!say.live)
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => say.tell(String(part)))
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })

/** @param {string[]} scripts of package.json, run one after the other until one fails @returns {Step['run']} */
const npmScripts =
  (...scripts) =>
  async (say) => {
    const { command, before, shell } = npmCommand()
    for (const script of scripts) {
      const status = await program(command, [...before, 'run', '--silent', script], say, shell)
      if (status !== 0) return status
    }
    return 0
  }

/** @param {string} file a script of an installed package @param {string[]} options @returns {Step['run']} */
const node =
  (file, ...options) =>
  (say) =>
    program(process.execPath, [join(root, 'node_modules', file), ...options], say)

/** @param {string} report where it goes @param {string[]} options */
const vitestOptions = (report, ...options) => [
  'run',
  ...options,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
]

/** @param {string} name of the step @param {string[]} projects of vitest.config.ts, which are also the kinds of tests */
const vitest = (name, ...projects) => {
  const report = join(results, `vitest-${name}.json`)
  const options = vitestOptions(report, ...projects.flatMap((project) => ['--project', project]))
  return { run: node('vitest/vitest.mjs', ...options), count: () => countVitest(report, projects) }
}

/** The database tests in a PostgreSQL cluster of their own. */
const native = () => {
  const report = join(results, 'vitest-native.json')
  const options = vitestOptions(report, '--project', 'db')
  return {
    /** @type {Step['run']} */
    run: (say) =>
      program(
        join(root, 'tests/support/with-postgres.sh'),
        [process.execPath, join(root, 'node_modules/vitest/vitest.mjs'), ...options],
        say,
      ),
    count: () => countVitest(report, ['db']).map((count) => ({ ...count, kind: 'native' })),
  }
}

/** @type {Step[]} */
const STEPS = [
  {
    name: 'lint',
    what: 'oxlint, ESLint, Prettier',
    lane: 'quiet',
    run: npmScripts('lint:oxlint', 'lint:eslint', 'lint:format'),
  },
  { name: 'types', what: 'vue-tsc', lane: 'main', run: npmScripts('type-check') },
  { name: 'layers', what: 'direction of imports', lane: 'main', run: npmScripts('layers') },
  { name: 'embedded', what: 'the embedded backend', lane: 'quiet', ...vitest('embedded', 'embedded') },
  {
    name: 'unit',
    what: 'Vitest without a database',
    lane: 'main',
    ...vitest('unit', 'unit', 'component', 'architecture'),
  },
  { name: 'db', what: 'migrations and rights', lane: 'main', ...vitest('db', 'db') },
  { name: 'native', what: 'the same on PostgreSQL 15', lane: 'main', isExtra: true, ...native() },
  { name: 'build', what: 'Vite', lane: 'last', run: npmScripts('build') },
  {
    name: 'e2e',
    what: 'Chromium',
    lane: 'last',
    run: node('@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts'),
    count: () => countPlaywright(join(results, 'e2e.json')),
  },
]

/** @returns {Step[]} what the command line asks for; the browser tests need the built app */
function chosenSteps() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, native: { type: 'boolean', default: false } } })
  if (values.only === undefined) return STEPS.filter(({ isExtra }) => values.native || !isExtra)
  const wanted = new Set(values.only.split(',').map((name) => name.trim()))
  const unknown = [...wanted].filter((name) => !STEPS.some((step) => step.name === name))
  if (unknown.length > 0) {
    throw new Error(`There is no step ${unknown.join(', ')}. There are ${STEPS.map(({ name }) => name).join(', ')}.`)
  }
  if (wanted.has('e2e') && !existsSync(join(root, 'dist', 'index.html'))) wanted.add('build')
  return STEPS.filter(({ name }) => wanted.has(name))
}

/** @typedef {{ name: string, seconds: number, counts: Count[], failure: string | null }} Outcome */

/** @param {Step} step @returns {Promise<Outcome>} */
async function take({ name, what, lane, run, count }) {
  const title = `\n── ${name}: ${what} ${'─'.repeat(Math.max(3, 70 - name.length - what.length))}`
  const isLive = lane !== 'quiet'
  let said = `${title}\n`
  if (isLive) console.log(title)
  const startedAt = performance.now()
  const status = await run(isLive ? { live: true } : { live: false, tell: (text) => (said += text) })
  const seconds = (performance.now() - startedAt) / 1000
  if (!isLive) process.stdout.write(said)
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

/**
 * Takes the steps of a lane one after the other. The first failure anywhere ends all lanes after the step they are at.
 *
 * @param {Step[]} steps @param {Outcome[]} outcomes of all lanes so far, added to
 */
async function takeLane(steps, outcomes) {
  for (const step of steps) {
    if (outcomes.some(({ failure }) => failure)) return
    outcomes.push(await take(step))
  }
}

/** @param {Outcome[]} outcomes @param {number} seconds from the first to the last, less than the sum: some ran side by side */
function printTable(outcomes, seconds) {
  const counts = outcomes.flatMap((outcome) => outcome.counts)
  const total = counts.reduce((sum, { passed }) => sum + passed, 0)
  /** @param {string} a @param {number} b @param {string} c */
  const row = (a, b, c) => console.log(`${a.padEnd(10)}${b.toFixed(1).padStart(8)}  ${c}`)
  console.log(`\nstep       seconds  tests`)
  for (const outcome of outcomes) {
    const tests = outcome.counts.map(({ kind, passed }) => `${kind} ${passed}`).join(', ')
    row(outcome.name, outcome.seconds, outcome.failure ? 'FAILED' : tests)
  }
  row('total', seconds, `${total} tests`)
}

async function main() {
  const steps = chosenSteps()
  ensureInstalled(root)
  if (steps.some(({ name }) => name === 'e2e')) ensureBrowser()
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })

  const startedAt = performance.now()
  /** @type {Outcome[]} */
  const outcomes = []
  /** @param {Lane} lane */
  const laneOf = (lane) =>
    takeLane(
      steps.filter((step) => step.lane === lane),
      outcomes,
    )
  await Promise.all([laneOf('quiet'), laneOf('main')])
  await laneOf('last')
  printTable(outcomes, (performance.now() - startedAt) / 1000)
  const failure = outcomes.find((outcome) => outcome.failure)?.failure
  if (failure) throw new Error(failure)
}

try {
  await main()
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
