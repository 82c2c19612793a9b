import { getAuthSchemaSql, getStorageSchemaSql } from '@supabase/lite'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from './cache-folder.ts'

/** A piece of what has to stand before the first migration. Idempotent. */
export interface BootstrapScript {
  name: string
  sql: string
}

/** For the embedded backend: auth and storage tables are those that @supabase/lite works with. In this order. */
export function embeddedScripts(): BootstrapScript[] {
  return [
    fromFile('roles.sql'),
    { name: 'auth tables of @supabase/lite', sql: getAuthSchemaSql(true) },
    { name: 'storage tables of @supabase/lite', sql: getStorageSchemaSql(true) },
    ...['auth-helpers.sql', 'realtime.sql', 'grants.sql', 'first-admin.sql'].map(fromFile),
  ]
}

/** For a native PostgreSQL (database tests): the same, with auth and storage as a hosted Supabase project has them. In this order. */
export function nativeScripts(): BootstrapScript[] {
  const files = [
    'roles.sql',
    'auth-standin.sql',
    'storage-standin.sql',
    'auth-helpers.sql',
    'realtime.sql',
    'grants.sql',
  ]
  return files.map(fromFile)
}

function fromFile(name: string): BootstrapScript {
  return { name, sql: readFileSync(join(repositoryRoot, 'supabase', 'embedded', 'sql', name), 'utf8') }
}
