import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import type * as Development from './development.ts'

/**
 * Gives Vite's development server the same backend that `npm start` runs, on the same port. With `VITE_SUPABASE_URL` set it stays away: then
 * the app is developed against that project.
 *
 * Vite bundles its configuration into one file somewhere else, so this file only finds the backend and loads it from where it stands.
 */
export function embeddedBackend(): Plugin {
  return {
    name: 'embedded-backend',
    apply: 'serve',
    // the database writes here all the time, and none of it is source
    config: () => ({ server: { watch: { ignored: ['**/data/**'] } } }),
    async configureServer(server) {
      if (server.config.env.VITE_SUPABASE_URL) return
      const { register } = await import('tsx/esm/api')
      register()
      const file = pathToFileURL(join(server.config.root, 'supabase', 'embedded', 'development.ts')).href
      const { mountBackend } = (await import(/* @vite-ignore */ file)) as typeof Development
      await mountBackend(server)
    },
  }
}
