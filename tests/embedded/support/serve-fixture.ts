import { serve } from '../../../supabase/embedded/cli/serve.ts'
import type { ServerOptions } from '../../../supabase/embedded/server.ts'
import { fixture } from './fixture.ts'

/** The product's own process over the fixture's migrations. Options as JSON in the first argument. */
const given = JSON.parse(process.argv[2] ?? '{}') as Partial<ServerOptions>
await serve({ dataDir: 'never', port: 0, mode: 'demo', distDir: null, ...fixture, ...given })
