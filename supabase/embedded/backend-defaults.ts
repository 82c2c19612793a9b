import { join } from 'node:path'
import type { BackendOptions } from './backend.ts'
import { repositoryRoot } from './engine/cache-folder.ts'

/** The product's own migrations, the demo township, and the limits it runs with. */
export const backendDefaults = {
  migrationsDir: join(repositoryRoot, 'supabase', 'migrations'),
  seed: { kind: 'demo', hotspots: 12_000 },
  onProgress: () => {},
  onStep: () => {},
  template: 'make',
  durable: true,
  queryLimitMs: 60_000,
  behindProxy: false,
} satisfies Partial<BackendOptions>
