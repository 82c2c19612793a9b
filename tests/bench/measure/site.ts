import type { DataClient } from '../../../src/data/client.ts'
import { signIn, type BenchAccount } from '../server/accounts.ts'
import { startBenchServer, type BenchServer } from '../server/start-bench-server.ts'

/** One running server with its data: what is measured at one size. */
export interface Site {
  /** Hotspots in it when the run began. */
  size: number
  server: BenchServer
  clients: Record<BenchAccount, DataClient>
  /** Id of the one root area. */
  root: number
}

/** Starts the server of a data folder and signs in everybody that is needed. */
export async function openSite(size: number, dataDir: string, distDir: string | null): Promise<Site> {
  return siteOf(size, await startBenchServer(dataDir, distDir))
}

/** Signs everybody in at a server that runs. */
export async function siteOf(size: number, server: BenchServer): Promise<Site> {
  const [root] = await server.query<{ id: number }>('select id from public.areas where parent_id is null')
  if (!root) throw new Error('The bench town has no root.')
  const clients = {
    viewer: await signIn(server, 'viewer'),
    officer: await signIn(server, 'officer'),
    supervisor: await signIn(server, 'supervisor'),
    planner: await signIn(server, 'planner'),
  }
  return { size, server, clients, root: root.id }
}
