import { existsSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { LoadProgress } from '../../demo/load/load-demo.ts'
import { prepareDatabase, type PreparedDatabase } from '../engine/prepare-database.ts'
import type { StartStep } from '../engine/start-step.ts'
import { createLite } from '../lite/create-app.ts'
import { beginDigest, digestsDue, endDigest, noticesOf } from '../mail/digest-queries.ts'
import { DemoMaker } from '../maker/demo-maker.ts'
import { compatible } from '../shims/compatible.ts'
import { createFirstAdmin, needsAdmin, offerFirstAdmin } from '../setup/first-admin.ts'
import { purgeMessages, tendTables } from './maintenance.ts'
import type { WireRequest, WireResponse, WorkerEvent, WorkerFunctions, WorkerOptions } from './protocol.ts'
import { mayRead, mayWrite, messageById, messagesSince } from './realtime-queries.ts'
import { offer } from './rpc.ts'
import { StatementWatch } from './statement-watch.ts'

/**
 * The worker thread: the database and @supabase/lite. PGlite blocks its thread while a statement runs, and hashing a password blocks as well;
 * here neither stops a page, a socket or the health answer, and a runaway statement can be ended with its thread.
 */
if (!parentPort) throw new Error('this file runs in a worker thread')
const port = parentPort
const options = workerData as WorkerOptions

// lite writes every refused statement to the console; what matters reaches the main thread as an answer
console.error = () => {}
console.warn = () => {}

const tell = (event: WorkerEvent) => port.postMessage(event)
const watch = new StatementWatch(options.memory, (reason) => tell({ kind: 'broken', reason }))
let backend: PreparedDatabase & { fetch: (request: Request, peerAddress: string | null) => Promise<Response> }

const functions: WorkerFunctions = {
  start: async () => {
    const { databaseFolder: folder, keys, storageFolder } = options
    const onProgress = (progress: LoadProgress) => tell({ kind: 'progress', ...progress })
    const onNotice = (notice: string) => tell({ kind: 'notice', notice })
    const onStep = (step: StartStep) => tell({ kind: 'step', step })
    const maker = new DemoMaker(options.basemapFile)
    const database = await prepareDatabase({ ...options, folder, maker, onStep, onProgress, onNotice })
      .then(async (prepared) => {
        if (options.basemapFile && !existsSync(options.basemapFile)) onStep('basemap')
        await maker.basemap()
        return prepared
      })
      .finally(() => maker.end())
    const { connection, session } = database
    const lite = await createLite({ connection, session, keys, storageFolder, watch })
    await session.pglite.listen('realtime_messages', (payload) => tell({ kind: 'notify', payload }))
    backend = { ...database, fetch: compatible({ lite, session, keys }) }
  },
  fetch: async (request) => toWire(await backend.fetch(toRequest(request), request.peerAddress)),
  query: (sql, params) => backend.session.query(sql, params),
  exec: (sql) => backend.session.exec(sql),
  mayRead: (claims, topic) => mayRead(backend.session, watch, claims, topic),
  mayWrite: (claims, topic) => mayWrite(backend.session, watch, claims, topic),
  messagesSince: (instantMs) => messagesSince(backend.session, instantMs),
  messageById: (id) => messageById(backend.session, id),
  needsAdmin: () => needsAdmin(backend.session),
  offerFirstAdmin: () => offerFirstAdmin(backend.session),
  createFirstAdmin: (token, admin) => createFirstAdmin(backend.session, token, admin),
  purgeMessages: () => purgeMessages(backend.session),
  tendTables: () => tendTables(backend.session),
  digestsDue: (now, at) => digestsDue(backend.session, now, at),
  beginDigest: (recipient) => beginDigest(backend.session, recipient),
  noticesOf: (recipient) => noticesOf(backend.session, watch, recipient),
  endDigest: (recipient, outcome) => endDigest(backend.session, recipient, outcome),
  close: async () => {
    await backend.session.lock.acquire() // never given back: nothing may follow
    await backend.connection.close()
  },
}

offer(port, functions)

function toRequest({ method, path, headers, body }: WireRequest): Request {
  const request = new Request(new URL(path, 'http://localhost'), { method, headers, body })
  if (body) request.headers.set('content-length', String(body.byteLength)) // lite measures an upload by it
  return request
}

async function toWire(response: Response): Promise<WireResponse> {
  return { status: response.status, headers: [...response.headers], body: await response.arrayBuffer() }
}
