import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { repositoryRoot } from '../../support/schema-files.ts'

const run = promisify(execFile)
const PATIENCE_MS = 600_000

/** Streams so many cases in a process of its own, whose memory nobody else uses. */
async function streamed(hotspots: number): Promise<{ count: number; largestMb: number }> {
  const script = join(repositoryRoot, 'tests/support/stream-demo.ts')
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, String(hotspots)], {
    cwd: repositoryRoot,
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  return JSON.parse(stdout) as { count: number; largestMb: number }
}

describe('a million cases', () => {
  it(
    'are streamed within 500 MB',
    async () => {
      const { count, largestMb } = await streamed(1_000_000)
      expect(count).toBe(1_000_000)
      expect(largestMb).toBeLessThan(500)
    },
    PATIENCE_MS,
  )
})
