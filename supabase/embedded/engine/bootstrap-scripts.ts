import { getAuthSchemaSql, getStorageSchemaSql } from '@supabase/lite'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from './cache-folder.ts'

/** A piece of what has to stand before the first migration. Idempotent. */
export interface BootstrapScript {
  name: string
  sql: string
}

/**
 * The scripts in the order in which they build on one another. Auth and storage tables are those that @supabase/lite works with; a native
 * PostgreSQL gets `auth-standin.sql` and `storage-standin.sql` in their place.
 */
export function embeddedScripts(): BootstrapScript[] {
  return [
    fromFile('roles.sql'),
    { name: 'auth tables of @supabase/lite', sql: getAuthSchemaSql(true) },
    { name: 'storage tables of @supabase/lite', sql: getStorageSchemaSql(true) },
    ...['auth-helpers.sql', 'realtime.sql', 'grants.sql', 'first-admin.sql'].map(fromFile),
  ]
}

function fromFile(name: string): BootstrapScript {
  return { name, sql: readFileSync(join(repositoryRoot, 'supabase', 'embedded', 'sql', name), 'utf8') }
}
