import type { IncomingMessage } from 'node:http'
import { resolve } from 'node:path'
import type { Duplex } from 'node:stream'
import type { ViteDevServer } from 'vite'
import { backendDefaults } from './backend-defaults.ts'
import { Backend } from './backend.ts'
import { sayProgress } from './cli/say-progress.ts'
import { saySteps } from './cli/say-steps.ts'

/** Vite makes a new server when its configuration changes; the database stays open, a folder can be opened only once. */
let backend: Promise<Backend> | undefined

/**
 * Answers REST, Auth, Storage, Realtime, `/config.json` and `/setup` on Vite's port, over the demo in `data` (or `DATA_DIR`).
 *
 * @throws {StartError} when the folder is in use or holds something else
 */
export async function mountBackend({ middlewares, httpServer, config }: ViteDevServer): Promise<void> {
  backend ??= open(config.logger)
  const mounted = await backend
  middlewares.use((request, response, next) => {
    if (!mounted.handle(request, response)) next()
  })
  httpServer?.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    mounted.upgrade(request, socket, head) // false: Vite's own socket
  })
}

async function open(logger: ViteDevServer['config']['logger']): Promise<Backend> {
  const opened = await Backend.claim({
    ...backendDefaults,
    dataDir: resolve(process.env.DATA_DIR ?? 'data'),
    mode: 'demo',
    onStep: saySteps(),
    onProgress: sayProgress(),
    log: (line) => logger.error(line),
    onFailed: (reason) => logger.error(`The database cannot be opened again, restart the server: ${reason.message}`),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void opened.stop().finally(() => process.exit()))
  }
  try {
    await opened.start()
    return opened
  } catch (error) {
    await opened.stop()
    throw error
  }
}
