import { MigrationError } from '../engine/migrate.ts'
import { readMailOptions } from '../mail/mail-options.ts'
import { startServer, type RunningServer, type ServerOptions } from '../server.ts'
import { StartError } from '../start-error.ts'
import { banner } from './banner.ts'
import { sayProgress } from './say-progress.ts'
import { saySteps } from './say-steps.ts'

/**
 * Runs the product until it is told to stop (SIGINT, SIGTERM, SIGHUP), then closes the database. Ends the process: 0 after a stop, 1 when it
 * could not start or the database failed.
 */
export async function serve(options: ServerOptions): Promise<void> {
  let server: RunningServer | null = null
  let isStopping = false
  const stop = () => {
    if (!server || isStopping) process.exit(isStopping ? 1 : 0) // nothing was promised yet, or somebody insists
    isStopping = true
    void server.stop().then(() => process.exit(0), fail)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  try {
    const mail = readMailOptions(process.env)
    server = await startServer({ ...options, mail, onFailed: fail, onStep: saySteps(), onProgress: sayProgress() })
    console.log(banner(server, options))
  } catch (error) {
    fail(error)
  }
}

function fail(error: unknown): never {
  console.error(sentence(error))
  process.exit(1)
}

function sentence(error: unknown): string {
  if (error instanceof StartError) return error.message
  const { name, message, stack } = error as Error
  // it comes from another thread, where classes are left behind
  if (name === MigrationError.name) {
    return `数据库迁移失败,数据未改动:${message}\nA migration failed and changed nothing: ${message}`
  }
  return `服务意外停止。\nThe server stopped unexpectedly: ${stack ?? message}`
}
