import { startServer } from '../../supabase/embedded/server.ts'

/** The process behind `startTestServer`: starts the product's own server and answers what the test asks of it. */

export type ServerStart = Parameters<typeof startServer>[0]
export type Request =
  | { do: 'start'; options: ServerStart }
  | { do: 'query'; sql: string; parameters: unknown[] }
  | { do: 'exec'; sql: string }
export type Answer =
  { url: string; keys: { publishableKey: string; secretKey: string } } | { rows: unknown[] } | { done: true }

let server: Awaited<ReturnType<typeof startServer>> | undefined

async function answer(request: Request): Promise<Answer> {
  if (request.do === 'start') {
    server = await startServer(request.options)
    return { url: server.url, keys: server.keys }
  }
  if (!server) throw new Error('The server has not started.')
  if (request.do === 'query') return { rows: await server.query(request.sql, request.parameters) }
  await server.exec(request.sql)
  return { done: true }
}

process.on('message', ({ id, request }: { id: number; request: Request }) => {
  answer(request).then(
    (value) => process.send?.({ id, answer: value }),
    (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.message : String(error) }),
  )
})

async function leave(): Promise<void> {
  await server?.stop()
  process.exit(0)
}
process.once('SIGTERM', () => void leave())
// The test runner died: nobody will ever ask again.
process.once('disconnect', () => void leave())
