import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a host answers; `dies` gives the first part of an archive and refuses every later one. */
export type Manners = 'serves' | '404' | '403' | 'hangs' | 'html' | 'no cors' | 'no ranges' | 'dies'

/** A host of basemaps of another origin, whose manners a test may change at any time. */
export interface TileHost {
  url: string
  manners: Manners
  /** What it serves, by path. */
  files: Map<string, Buffer>
  stop(): Promise<void>
}

/** Starts a host on a free port. */
export async function startTileHost(): Promise<TileHost> {
  const server = createServer((request, response) => answer(host, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host: TileHost = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    manners: 'serves',
    files: new Map(),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return host
}

function answer({ manners, files }: TileHost, request: IncomingMessage, response: ServerResponse): void {
  if (manners === 'hangs') return
  const cors = manners === 'no cors' ? {} : { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
  const start = Number(range?.[1] ?? 0)
  const file = files.get(request.url ?? '')
  if (request.method === 'OPTIONS') response.writeHead(204, cors).end()
  else if (manners === '403' || (manners === 'dies' && start > 0)) response.writeHead(403, cors).end('no')
  else if (manners === 'html')
    response.writeHead(200, { ...cors, 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>')
  else if (manners === '404' || !file) response.writeHead(404, cors).end('nothing')
  else if (!range || manners === 'no ranges')
    response.writeHead(200, { ...cors, 'content-type': 'application/json' }).end(file)
  else {
    const end = Math.min(Number(range[2]), file.length - 1)
    response
      .writeHead(206, { ...cors, 'content-range': `bytes ${start}-${end}/${file.length}` })
      .end(file.subarray(start, end + 1))
  }
}
