import { join } from 'node:path'
import type { BackendOptions } from './backend.ts'
import { repositoryRoot } from './engine/cache-folder.ts'

/** The product's own migrations and seed, and the limits it runs with. */
export const backendDefaults = {
  migrationsDir: join(repositoryRoot, 'supabase', 'migrations'),
  seedFile: join(repositoryRoot, 'supabase', 'seed.sql'),
  template: 'make',
  durable: true,
  queryLimitMs: 60_000,
} satisfies Partial<BackendOptions>
