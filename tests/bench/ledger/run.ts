import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { takeDataFolder } from '../data/data-folders.ts'
import { measureAll } from '../measure/measure-all.ts'
import { Samples } from '../measure/samples.ts'
import { openSite, type Site } from '../measure/site.ts'
import { summaryOf } from '../measure/summary.ts'
import { readOptions, type Options } from '../options.ts'
import { label } from '../report/print.ts'
import { makeChoices } from '../subjects/choices.ts'
import { ledgerMeasures } from './ledger-measures.ts'
import { openNativeSite } from './native-site.ts'

/** A command line: what it measures is what it prints. */
const say = (line: string) => console.log(line)

/** What the product promises: the ledger of the largest town is at most so many times as slow as that of the smallest. */
const MOST = 2

async function run({ sizes, rounds, isFresh }: Options): Promise<void> {
  const folders: string[] = []
  const sites: Site[] = []
  const native = process.env.TEST_DATABASE_URL
  say(`engine: ${native ? 'PostgreSQL' : 'PGlite'}`)
  try {
    for (const size of sizes) {
      if (native) {
        sites.push(await openNativeSite(native, size))
        say(`${label(size)} is there`)
        continue
      }
      const folder = await takeDataFolder(size, isFresh, (progress) => say(`data ${label(size)}: ${progress}`))
      folders.push(folder)
      sites.push(await openSite(size, folder, null))
    }
    const [smallest] = sites
    if (!smallest) throw new Error('There is no size to measure.')
    const samples = new Samples()
    const measures = ledgerMeasures(await makeChoices(smallest), await rareCategory(smallest))
    await measureAll(measures, sites, rounds, samples, (progress) => say(progress))
    report(samples, sizes)
  } finally {
    for (const site of sites) await site.server.stop()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}

/** The category that fewest of the smallest town have, of those that any has. */
async function rareCategory({ server }: Site): Promise<number> {
  const [found] = await server.query<{ id: number }>(
    'select category_id as id from public.hotspots group by 1 order by count(*), 1 limit 1',
  )
  if (!found) throw new Error('The bench town has no hotspots.')
  return found.id
}

function report(samples: Samples, sizes: readonly number[]): void {
  say(`\nload of the machine ${loadavg()[0]?.toFixed(1)}; p50 / p95 in ms`)
  for (const name of samples.names) {
    const summaries = sizes.map((size) => summaryOf(samples.of([name], size)))
    const [first, last] = [summaries[0]?.p95 ?? NaN, summaries.at(-1)?.p95 ?? NaN]
    const isMet = last / first <= MOST
    if (!isMet) process.exitCode = 1
    const times = summaries.map((each) => `${each?.p50.toFixed(1)} / ${each?.p95.toFixed(1)}`.padStart(16)).join('')
    say(`${isMet ? 'ok    ' : 'MISSED'} ${name.padEnd(38)}${times}   × ${(last / first).toFixed(2)}`)
  }
}

const given = process.argv.slice(2)
const options = readOptions(given.includes('--sizes') ? given : [...given, '--sizes', '10k,1m'])
if (options === 'help')
  say(
    'npm run bench:ledger -- [--sizes 10k,1m] [--rounds 7] [--fresh]\n  PGlite, through HTTP; under tests/support/with-postgres.sh PostgreSQL, through the same API in one process',
  )
else await run(options)
