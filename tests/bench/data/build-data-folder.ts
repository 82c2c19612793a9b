import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startBenchServer, type BenchServer } from '../server/start-bench-server.ts'

/** Hotspots a statement: progress to show, and memory that a 32-bit engine has. */
const CHUNK = 50_000

/**
 * Fills a new data folder with the bench town and so many hotspots, through the product's own server. The same number gives the same data.
 *
 * @param size hotspots, the 500 of the new street included
 */
export async function buildDataFolder(
  dataDir: string,
  size: number,
  say: (progress: string) => void,
): Promise<void> {
  const server = await startBenchServer(dataDir, null)
  try {
    await server.exec(script('town'))
    await server.exec(script('indexes-off'))
    for (let from = 1; from <= size; from += CHUNK) {
      const to = Math.min(size, from + CHUNK - 1)
      await server.query(
        `select set_config('bench.from', $1::text, false), set_config('bench.to', $2::text, false)`,
        [from, to],
      )
      await server.exec(script('hotspots'))
      say(`${to.toLocaleString('en')} hotspots`)
    }
    say('indexes and counters')
    await server.exec(script('indexes-on'))
    await server.query('vacuum (analyze)')
    await server.query('checkpoint')
    await assertSize(server, size)
  } finally {
    await server.stop()
  }
}

async function assertSize(server: BenchServer, size: number): Promise<void> {
  const [made] = await server.query<{ n: number }>('select count(*)::int as n from public.hotspots')
  if (made?.n !== size) throw new Error(`${made?.n} hotspots were made instead of ${size}.`)
}

const script = (name: string) => readFileSync(join(import.meta.dirname, `${name}.sql`), 'utf8')
