/** A message of Phoenix' protocol, whichever of the two encodings it came in. */
export interface Frame {
  topic: string
  event: string
  payload: Record<string, unknown>
  ref: string | null
  joinRef: string | null
}

/** `1.0.0` writes objects, `2.0.0` arrays and, for broadcasts, bytes. */
export type ProtocolVersion = 1 | 2

const CLIENT_BROADCAST = 3
const SERVER_BROADCAST = 4
const JSON_PAYLOAD = 1

/**
 * Reads what a client sent.
 *
 * @returns null when it is no message of this protocol
 */
export function decodeFrame(version: ProtocolVersion, data: Buffer, isBinary: boolean): Frame | null {
  try {
    if (isBinary) return version === 2 ? decodeBroadcast(data) : null
    const parsed = JSON.parse(data.toString('utf8')) as unknown
    if (version === 2) return Array.isArray(parsed) ? fromFields(parsed) : null
    const { join_ref, ref, topic, event, payload } = parsed as Record<string, unknown>
    return fromFields([join_ref, ref, topic, event, payload])
  } catch {
    return null // a client that speaks otherwise is not answered
  }
}

/** Writes an answer or a system message. */
export function encodeFrame(version: ProtocolVersion, { topic, event, payload, ref, joinRef }: Frame): string {
  return JSON.stringify(
    version === 2 ? [joinRef, ref, topic, event, payload] : { topic, event, payload, ref, join_ref: joinRef },
  )
}

/** Writes a broadcast: bytes for version 2, text for version 1. */
export function encodeBroadcast(
  version: ProtocolVersion,
  topic: string,
  { event, payload, id }: { event: string; payload: unknown; id: string | null },
): string | Buffer {
  const meta = id === null ? null : { id }
  if (version === 1) {
    const body = { type: 'broadcast', event, payload, ...(meta && { meta }) }
    return encodeFrame(1, { topic, event: 'broadcast', payload: body, ref: null, joinRef: null })
  }
  const parts = [topic, event, meta ? JSON.stringify(meta) : ''].map((text) => Buffer.from(text))
  const lengths = parts.map((part) => part.length)
  const head = Buffer.from([SERVER_BROADCAST, ...lengths, JSON_PAYLOAD])
  return Buffer.concat([head, ...parts, Buffer.from(JSON.stringify(payload))])
}

function fromFields([joinRef, ref, topic, event, payload]: unknown[]): Frame | null {
  if (typeof topic !== 'string' || typeof event !== 'string') return null
  const fields = typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {}
  return { topic, event, payload: fields, ref: asText(ref), joinRef: asText(joinRef) }
}

const asText = (value: unknown) => (value === null || value === undefined ? null : String(value))

/** `[3, joinRef, ref, topic, event, meta: one byte of length each, encoding]`, then these texts, then the payload. */
function decodeBroadcast(bytes: Buffer): Frame | null {
  if (bytes[0] !== CLIENT_BROADCAST || bytes[6] !== JSON_PAYLOAD) return null
  let at = 7
  const [joinRef = '', ref = '', topic = '', event = ''] = Array.from(bytes.subarray(1, 6), (length) =>
    bytes.toString('utf8', at, (at += length)),
  )
  const payload = { type: 'broadcast', event, payload: JSON.parse(bytes.toString('utf8', at)) as unknown }
  return { joinRef, ref, topic, event: 'broadcast', payload }
}
