import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { browserPartRefusal, withBrowser } from '../browser/with-browser.ts'
import { takeDataFolder } from '../data/data-folders.ts'
import { openSite } from '../measure/site.ts'
import { readOptions } from '../options.ts'
import { label } from '../report/print.ts'
import { distDir } from '../../support/test-server.ts'
import { playInBrowser } from './play-in-browser.ts'
import { standInSql } from './stand-in-sql.ts'

/**
 * What the product promises: no task of the page works for longer while a replay is read, played or dragged. Judged by processor time, as software
 * that stands in for a graphics card holds up a page by itself, also one that shows no replay; how long that lasted is printed beside it.
 */
const LONGEST_TASK_MS = 200

/** Plays the bench town back at one size; false when a task was too long or a number wrong. */
async function replayAt(size: number, isFresh: boolean): Promise<boolean> {
  const folder = await takeDataFolder(size, isFresh, (progress) => console.log(`data ${label(size)}: ${progress}`))
  try {
    const site = await openSite(size, folder, distDir)
    try {
      let isGood = true
      await withBrowser(async (browser) => {
        const { parts, shown, steps, discs } = await playInBrowser(browser, site)
        const [load = 0] = loadavg()
        console.log(`\n${label(size)} hotspots, ${steps} steps, ${discs} discs, load of the machine ${load.toFixed(1)}`)
        for (const { what, ms, longTasks, busiestMs } of parts) {
          const longest = longTasks.reduce((most, task) => Math.max(most, task.ms), 0)
          const isMet = busiestMs <= LONGEST_TASK_MS
          isGood &&= isMet
          const took = `${(ms / 1000).toFixed(1)} s`.padStart(8)
          const tasks = `busiest task ${busiestMs.toFixed(0)} ms; ${longTasks.length} long with what they waited for, longest ${longest.toFixed(0)} ms`
          console.log(`${isMet ? 'ok    ' : 'MISSED'} ${what.padEnd(52)}${took}   ${tasks}`)
        }
        for (const stand of shown) {
          const expected = await standInSql(site, stand)
          const isRight = Object.entries(expected).every(([key, n]) => stand[key as keyof typeof expected] === n)
          isGood &&= isRight
          console.log(
            `${isRight ? 'ok    ' : 'WRONG '} ${stand.day}: shown ${written(stand)}, in SQL ${written(expected)}`,
          )
        }
      })
      return isGood
    } finally {
      await site.server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const written = ({ found, done, bySource, open }: { found: number; done: number; bySource: number; open: number }) =>
  `${found} found, ${done} done, ${bySource} per source, ${open} open`

const refusal = browserPartRefusal()
if (refusal) throw new Error(refusal)
const given = process.argv.slice(2)
const options = readOptions(given.includes('--sizes') ? given : [...given, '--sizes', '12k,1m'])
if (options === 'help') console.log('npm run bench:replay -- [--sizes 12k,1m] [--fresh]')
else for (const size of options.sizes) if (!(await replayAt(size, options.isFresh))) process.exitCode = 1
