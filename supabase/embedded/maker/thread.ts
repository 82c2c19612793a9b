import { parentPort } from 'node:worker_threads'
import { demoLife, type DemoLife } from '../../demo/life/demo-life.ts'
import { hotspotBatches, type HotspotBatch } from '../../demo/load/hotspot-batches.ts'
import { generateTown } from '../../demo/town/generate-town.ts'
import type { Town } from '../../demo/town/town.ts'
import { offer } from '../worker/rpc.ts'
import type { MakerFunctions } from './maker-functions.ts'

/** The thread that makes the demo township: its land, its cases as they are asked for, its map. */
if (!parentPort) throw new Error('this file runs in a worker thread')

let town: Town | undefined
let life: DemoLife | undefined
let batches: Generator<HotspotBatch, void, undefined> | undefined
const theTown = () => (town ??= generateTown())

offer<MakerFunctions>(parentPort, {
  describe: async (options) => {
    const { areas, places } = theTown()
    life = demoLife(theTown(), options)
    const { hotspots: _cases, ...still } = life
    return { town: { areas, places }, life: still }
  },
  beginCases: async (keys) => {
    if (!life) throw new Error('the township has not been described yet')
    batches = hotspotBatches(life.hotspots(), keys)
  },
  nextBatch: async () => batches?.next().value ?? null,
  writeBasemap: async (file) => {
    const { writeBasemap } = await import('../../demo/basemap/write-basemap.ts')
    await writeBasemap(theTown(), file)
  },
})
