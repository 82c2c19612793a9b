import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { browserMeasures } from './browser/first-marks.ts'
import { browserPartRefusal, withBrowser } from './browser/with-browser.ts'
import { benchCache, takeDataFolder } from './data/data-folders.ts'
import { measureAll } from './measure/measure-all.ts'
import { Samples } from './measure/samples.ts'
import { openSite, type Site } from './measure/site.ts'
import { HELP, PARTS, readOptions, type Options } from './options.ts'
import { label, printReport } from './report/print.ts'
import { verdictsOf } from './report/targets.ts'
import { writeJson } from './report/write-json.ts'
import { distDir } from '../support/test-server.ts'
import { batchMeasure, singleWriteMeasures } from './subjects/api-writes.ts'
import { checkCounters, checkTiles, type Check } from './subjects/checks.ts'
import { checkStreets } from './subjects/check-streets.ts'
import { makeChoices, type Choices } from './subjects/choices.ts'
import { numberMeasures } from './subjects/numbers.ts'
import { measureSqlWrites } from './subjects/sql-writes.ts'
import { tileMeasures } from './subjects/tiles.ts'

/** Rows that batches add would make the smallest size a larger one: few rounds of them. */
const MOST_BATCHES = 5

async function bench({ sizes, parts, rounds, isFresh }: Options): Promise<boolean> {
  const folders: string[] = []
  const sites: Site[] = []
  const samples = new Samples()
  const checks: Check[] = []
  const has = (part: Options['parts'][number]) => parts.includes(part)
  const sayOf = (part: string) => (progress: string) => console.log(`${part}: ${progress}`)
  process.once('SIGINT', () => process.exit(130))
  process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))
  const refusal = has('browser') ? browserPartRefusal() : null
  if (refusal) console.log(`The part in Chromium is left out. ${refusal}`)
  const isInBrowser = has('browser') && !refusal
  try {
    for (const size of sizes) {
      const folder = await takeDataFolder(size, isFresh, sayOf(`data ${label(size)}`))
      folders.push(folder)
      sites.push(await openSite(size, folder, isInBrowser ? distDir : null))
    }
    const choices = await makeChoices(largestOf(sites))
    if (has('tiles')) await measureAll(tileMeasures(choices), sites, rounds, samples, sayOf('tiles'))
    if (has('numbers')) await measureAll(numberMeasures(choices), sites, rounds, samples, sayOf('numbers'))
    if (isInBrowser) {
      checks.push(await checkStreets(sites))
      await withBrowser((browser) => measureAll(browserMeasures(browser), sites, rounds, samples, sayOf('browser')))
    }
    if (has('writes')) await measureWrites(choices, sites, rounds, samples, sayOf('writes'))
    if (has('checks')) {
      for (const site of sites) {
        checks.push(await checkCounters(site), await checkTiles(site, choices))
        sayOf('checks')(label(site.size))
      }
    }
  } finally {
    for (const { server } of sites) await server.stop()
  }
  const verdicts = verdictsOf(samples, sizes)
  printReport(samples, sizes, verdicts, checks)
  const file = join(benchCache, 'report.json')
  writeJson(file, samples, sizes, verdicts, checks)
  console.log(`\nThe same for programs: ${file}`)
  // Asked for by name, the part may not be left out.
  if (refusal && parts.length < PARTS.length) return false
  return verdicts.every(({ isMet }) => isMet !== false) && checks.every(({ isPassed }) => isPassed)
}

/** The batches come last: they change the size. */
async function measureWrites(
  choices: Choices,
  sites: readonly Site[],
  rounds: number,
  samples: Samples,
  say: (progress: string) => void,
): Promise<void> {
  await measureSqlWrites(sites, rounds, samples)
  say('in SQL')
  await measureAll(singleWriteMeasures(choices), sites, rounds, samples, say)
  await measureAll([batchMeasure(choices)], sites, Math.min(rounds, MOST_BATCHES), samples, say)
}

const largestOf = (sites: readonly Site[]): Site => {
  const last = sites.at(-1)
  if (!last) throw new Error('There is no size to measure.')
  return last
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') console.log(HELP)
  else process.exitCode = (await bench(options)) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
