import * as v from 'valibot'
import { connectionOf, type DataClient } from './client.ts'
import { Outage } from './errors.ts'
import { EVIDENCE } from './photo-path.ts'
import { storageRequest } from './storage-request.ts'

const LIVES_S = 3600
/** A picture that is asked for with an address must still arrive: addresses are renewed this long before they end. */
const RENEWED_BEFORE_MS = 10 * 60_000

const Signed = v.array(v.object({ path: v.nullable(v.string()), signedURL: v.nullable(v.string()) }))

interface Waiting {
  resolve: (url: string | null) => void
  reject: (error: unknown) => void
}

/** Addresses of one client: known ones with their end, and those that are being asked for together. */
interface Signer {
  known: Map<string, { url: string; until: number }>
  waiting: Map<string, Waiting[]>
}

const signers = new WeakMap<DataClient, Signer>()

/**
 * An address under which a photo can be read without a key for an hour; the same one for 50 minutes, so that a browser's cache serves. What is
 * asked for in one turn is asked for in one request.
 *
 * @returns null when there is no such photo, or the reader may not see it; throws an `Outage`
 */
export function photoUrl(client: DataClient, path: string): Promise<string | null> {
  const signer = signers.get(client) ?? { known: new Map(), waiting: new Map() }
  signers.set(client, signer)
  const known = signer.known.get(path)
  if (known && Date.now() < known.until - RENEWED_BEFORE_MS) return Promise.resolve(known.url)
  return new Promise((resolve, reject) => {
    if (signer.waiting.size === 0) queueMicrotask(() => void signWaiting(client, signer))
    signer.waiting.set(path, [...(signer.waiting.get(path) ?? []), { resolve, reject }])
  })
}

/** Throws an address away that no longer opens, so that the next question makes a new one. */
export function forgetPhotoUrl(client: DataClient, path: string): void {
  signers.get(client)?.known.delete(path)
}

async function signWaiting(client: DataClient, signer: Signer): Promise<void> {
  const asked = signer.waiting
  signer.waiting = new Map()
  try {
    const until = Date.now() + LIVES_S * 1000
    const signed = await sign(client, [...asked.keys()])
    for (const [path, waiting] of asked) {
      const url = signed.get(path) ?? null
      if (url) signer.known.set(path, { url, until })
      for (const { resolve } of waiting) resolve(url)
    }
  } catch (error) {
    for (const { reject } of [...asked.values()].flat()) reject(error)
  }
}

async function sign(client: DataClient, paths: string[]): Promise<Map<string, string>> {
  const { url, headers } = await storageRequest(client, `/object/sign/${EVIDENCE}`)
  const body = JSON.stringify({ expiresIn: LIVES_S, paths })
  const request = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }
  const response = await fetch(url, request).catch((error: unknown) => {
    throw new Outage('unreachable', { cause: error })
  })
  if (!response.ok) throw new Outage(response.status === 401 ? 'signed_out' : 'server')
  const start = `${connectionOf(client).url}/storage/v1`
  return new Map(
    v.parse(Signed, await response.json()).flatMap(({ path, signedURL }) =>
      path && signedURL ? [[path, start + signedURL] as const] : [],
    ),
  )
}
