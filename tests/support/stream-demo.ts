import { createHash } from 'node:crypto'
import { demoHotspots } from '../../supabase/demo/life/demo-hotspots.ts'
import { tinyTown } from './tiny-town.ts'

/**
 * Streams so many cases of the tiny town in a process of its own and tells, as JSON, how many there were, how large the process became (MB)
 * and a fingerprint of some of them.
 */
const hotspots = Number(process.argv[2])
const hash = createHash('sha256')
let count = 0
let largestMb = 0
for (const hotspot of demoHotspots(tinyTown, { seed: 1, today: '2026-11-22', hotspots })) {
  count += 1
  if (count % 10_000 === 0) {
    hash.update(JSON.stringify(hotspot))
    largestMb = Math.max(largestMb, process.memoryUsage().rss / 1e6)
  }
}
console.log(JSON.stringify({ count, largestMb, cpuS: process.cpuUsage().user / 1e6, fingerprint: hash.digest('hex') }))
