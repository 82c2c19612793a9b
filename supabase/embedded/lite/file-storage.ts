import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isWhatItIsCalled } from './picture-bytes.ts'
import { uploadVerdict } from './upload-verdict.ts'

/** What is known of a stored object. Sizes in bytes; the names are those @supabase/lite asks for. */
interface ObjectMetadata {
  cacheControl: string
  contentLength: number
  size: number
  mimetype: string
  lastModified: Date
  eTag: string
}

type StoredMetadata = Omit<ObjectMetadata, 'lastModified' | 'contentLength'> & { key: string; lastModified: string }
type Body = Uint8Array | ReadableStream

/**
 * Storage objects as files (lite's own adapter is not exported). A file is named after the hash of bucket and key: no key can leave the folder,
 * two keys never meet, whatever the file system thinks of case, length or `a` beside `a/b`. Written under another name, flushed, then renamed.
 */
export class FileStorage {
  readonly driver = null

  constructor(private readonly folder: string) {}

  /** Takes only pictures that are what they are called: a browser would run an HTML page that is served from here. */
  async uploadObject(
    bucket: string,
    key: string,
    _version: string | undefined,
    body: Body,
    mimetype: string,
    cacheControl: string,
  ): Promise<ObjectMetadata> {
    const bytes = body instanceof Uint8Array ? body : new Uint8Array(await new Response(body).arrayBuffer())
    if (!isWhatItIsCalled(mimetype, bytes)) {
      const verdict = uploadVerdict.getStore()
      if (verdict) verdict.refusal = 'photo_not_a_picture'
      throw new Error(`not ${mimetype}`)
    }
    const eTag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`
    const now = new Date().toISOString()
    const stored: StoredMetadata = { key, mimetype, cacheControl, eTag, size: bytes.length, lastModified: now }
    const file = this.path(bucket, key)
    await writeDurably(file, bytes)
    await writeDurably(`${file}.json`, Buffer.from(JSON.stringify(stored)))
    return toMetadata(stored)
  }

  async getObject(
    bucket: string,
    key: string,
  ): Promise<{ httpStatusCode: number; metadata: ObjectMetadata; body: Buffer }> {
    const metadata = await this.headObject(bucket, key)
    return { httpStatusCode: 200, metadata, body: await readFile(this.path(bucket, key)) }
  }

  async headObject(bucket: string, key: string): Promise<ObjectMetadata> {
    return toMetadata(JSON.parse(await readFile(`${this.path(bucket, key)}.json`, 'utf8')) as StoredMetadata)
  }

  async copyObject(
    fromBucket: string,
    fromKey: string,
    _fromVersion: string | undefined,
    toBucket: string,
    toKey: string,
  ): Promise<{ httpStatusCode: number; eTag: string; lastModified: Date }> {
    const { metadata, body } = await this.getObject(fromBucket, fromKey)
    const copy = await this.uploadObject(toBucket, toKey, undefined, body, metadata.mimetype, metadata.cacheControl)
    return { httpStatusCode: 200, eTag: copy.eTag, lastModified: copy.lastModified }
  }

  async deleteObject(bucket: string, key: string): Promise<void> {
    const file = this.path(bucket, key)
    await rm(file, { force: true })
    await rm(`${file}.json`, { force: true })
  }

  async deleteObjects(bucket: string, keys: string[]): Promise<void> {
    for (const key of keys) await this.deleteObject(bucket, key)
  }

  async privateAssetUrl(bucket: string, key: string): Promise<string> {
    return `file://${this.path(bucket, key)}`
  }

  private path(bucket: string, key: string): string {
    const name = createHash('sha256').update(`${bucket}\0${key}`).digest('hex')
    return join(this.folder, name.slice(0, 2), name)
  }
}

function toMetadata({ cacheControl, size, mimetype, eTag, lastModified }: StoredMetadata): ObjectMetadata {
  return { cacheControl, size, contentLength: size, mimetype, eTag, lastModified: new Date(lastModified) }
}

/** A reader sees the old file or the whole new one, and after this a power cut does not take it away. */
async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.${randomUUID()}`
  const handle = await open(unfinished, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(unfinished, file)
}
