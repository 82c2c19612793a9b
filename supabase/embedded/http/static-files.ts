import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { contentType, isText } from './content-type.ts'

type Encoding = 'br' | 'gzip'

interface File {
  path: string
  size: number
  modifiedAt: Date
  eTag: string
}

/** Below this a compressed answer is hardly smaller. */
const WORTH_COMPRESSING = 1024
const brotli = promisify(brotliCompress)

/** Serves the built app: files as they are, and `index.html` for every address that is a screen and not a file. */
export class StaticFiles {
  private readonly compressed = new Map<string, Promise<Buffer>>()

  /** @param folder the build's output */
  constructor(private readonly folder: string) {}

  /** Answers a GET or HEAD; 404 for a file that is not there, 405 for other methods. */
  async handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(response, 405, 'Method not allowed', { allow: 'GET, HEAD' })
    }
    const file = (await this.find(path)) ?? (isScreen(path) ? await this.find('/index.html') : null)
    if (file) await this.send(request, response, file)
    else plain(response, 404, 'Not found')
  }

  private async find(path: string): Promise<File | null> {
    const name = decoded(path)
    if (name === null || name.includes('\0')) return null
    const file = join(this.folder, name === '/' ? 'index.html' : name)
    if (!file.startsWith(this.folder + sep)) return null
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) return null
    const eTag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`
    return { path: file, size: found.size, modifiedAt: found.mtime, eTag }
  }

  private async send(request: IncomingMessage, response: ServerResponse, file: File): Promise<void> {
    const encoding = file.size >= WORTH_COMPRESSING && isText(file.path) ? encodingFor(request) : null
    const headers: Record<string, string | number> = {
      'content-type': contentType(file.path),
      'cache-control': this.cacheControl(file),
      'last-modified': file.modifiedAt.toUTCString(),
      etag: encoding ? file.eTag.replace(/"$/, `-${encoding}"`) : file.eTag,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      ...(isText(file.path) ? { vary: 'accept-encoding' } : { 'accept-ranges': 'bytes' }),
    }
    if (isFresh(request, String(headers.etag), file)) {
      response.writeHead(304, headers)
      response.end()
    } else if (encoding) {
      const body = await this.compress(file, encoding)
      response.writeHead(200, { ...headers, 'content-encoding': encoding, 'content-length': body.length })
      response.end(request.method === 'HEAD' ? undefined : body)
    } else {
      await stream(request, response, file, headers)
    }
  }

  /** The build puts a hash of the content into the names below assets. */
  private cacheControl({ path }: File): string {
    const isHashed = path.startsWith(join(this.folder, 'assets') + sep)
    return isHashed ? 'public, max-age=31536000, immutable' : 'no-cache'
  }

  private compress(file: File, encoding: Encoding): Promise<Buffer> {
    const key = `${file.path} ${file.eTag} ${encoding}`
    let body = this.compressed.get(key)
    if (!body) {
      body = readFile(file.path).then((bytes) =>
        encoding === 'br'
          ? brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
          : promisify(gzip)(bytes, { level: 6 }),
      )
      this.compressed.set(key, body)
    }
    return body
  }
}

/** A screen's address has no file ending; a missing picture must not answer with a page. */
const isScreen = (path: string) => extname(path) === '' && !path.startsWith('/assets/')

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null // not a name that a file could have
  }
}

function encodingFor({ headers }: IncomingMessage): Encoding | null {
  const accepted = String(headers['accept-encoding'] ?? '')
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : null
}

function isFresh({ headers }: IncomingMessage, eTag: string, file: File): boolean {
  const known = headers['if-none-match']
  if (known !== undefined)
    return known === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === eTag)
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return Math.floor(file.modifiedAt.getTime() / 1000) * 1000 <= since
}

/** Sends a file in pieces; a part of it when one is asked for (map archives are read so). */
async function stream(
  request: IncomingMessage,
  response: ServerResponse,
  file: File,
  headers: Record<string, string | number>,
): Promise<void> {
  const range = isSameFile(request, file) ? rangeOf(request.headers.range, file.size) : null
  if (range === 'outside') {
    response.writeHead(416, { 'content-range': `bytes */${file.size}` })
    response.end()
    return
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 }
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': end - start + 1,
    ...(range && { 'content-range': `bytes ${start}-${end}/${file.size}` }),
  })
  if (request.method === 'HEAD' || file.size === 0) {
    response.end()
    return
  }
  try {
    await pipeline(createReadStream(file.path, { start, end }), response)
  } catch {
    response.destroy() // the reader has gone, or the disk failed in the middle: the answer cannot be mended
  }
}

/** Whether the parts that a reader has are of this file: with If-Range it asks for all of it when they are not. */
function isSameFile({ headers }: IncomingMessage, { eTag, modifiedAt }: File): boolean {
  const known = headers['if-range']
  return known === undefined || known === eTag || known === modifiedAt.toUTCString()
}

/** `bytes=a-b`, `bytes=a-` and `bytes=-n`; several ranges at once are answered with the whole file. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | 'outside' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  return start > end || start >= size ? 'outside' : { start, end }
}

function plain(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers })
  response.end(`${text}\n`)
}
