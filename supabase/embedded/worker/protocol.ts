import type { LoadProgress } from '../../demo/load/load-demo.ts'
import type { Row } from '../engine/database-session.ts'
import type { Seed } from '../engine/seed.ts'
import type { StartStep } from '../engine/start-step.ts'
import type { Keys } from '../folder/keys.ts'
import type { NoticeGroup, Outcome, Recipient } from '../mail/notices.ts'
import type { WatchedMemory } from './statement-watch.ts'

/** A request as it travels to the worker. */
export interface WireRequest {
  method: string
  /** Path and query. */
  path: string
  headers: [name: string, value: string][]
  body: ArrayBuffer | null
  peerAddress: string | null
}

/** An answer as it travels back. */
export interface WireResponse {
  status: number
  headers: [name: string, value: string][]
  body: ArrayBuffer
}

/** Claims of an access token, as PostgreSQL's policies see them. */
export interface Claims {
  role: string
  sub?: string
  exp?: number
  [claim: string]: unknown
}

/** A broadcast that the database has sent. */
export interface DatabaseMessage {
  id: string
  topic: string
  event: string
  private: boolean
  payload: unknown
}

/** What the first administrator fills in. */
export interface FirstAdmin {
  email: string
  password: string
  displayName: string
  townshipName: string
}

/** How the worker is to be started. */
export interface WorkerOptions {
  databaseFolder: string
  storageFolder: string
  durable: boolean
  template: 'use' | 'make'
  migrationsDir: string
  seed: Seed | null
  /** Where the demo's own map archive is to be; null for none. */
  basemapFile: string | null
  keys: Keys
  memory: WatchedMemory
}

/** What the main thread may ask of the worker. A type, not an interface: it has to fit an index signature. */
export type WorkerFunctions = {
  /** Opens the database, migrates and seeds it. Has to come first and resolve before anything else is asked. */
  start: () => Promise<void>
  /** Answers a request of REST, Auth or Storage. */
  fetch: (request: WireRequest) => Promise<WireResponse>
  query: (sql: string, params: readonly unknown[]) => Promise<Row[]>
  exec: (sql: string) => Promise<void>
  /** Whether these claims may receive on a private topic. */
  mayRead: (claims: Claims, topic: string) => Promise<boolean>
  /** Whether these claims may send to a private topic. */
  mayWrite: (claims: Claims, topic: string) => Promise<boolean>
  /** Messages sent since an instant (ms), oldest first. */
  messagesSince: (instantMs: number) => Promise<DatabaseMessage[]>
  /** A message that was too large to travel with its notification; null when it is gone. */
  messageById: (id: string) => Promise<DatabaseMessage | null>
  needsAdmin: () => Promise<boolean>
  /** Makes a new one-time token, which ends the one before; null when there is an admin. */
  offerFirstAdmin: () => Promise<string | null>
  /** Makes the first admin if the token is right, and ends it. */
  createFirstAdmin: (token: string, admin: FirstAdmin) => Promise<'created' | 'wrong_token'>
  /** Drops old broadcasts. */
  purgeMessages: () => Promise<void>
  /** Refreshes the planner's statistics, unless somebody is waiting for the database. */
  tendTables: () => Promise<void>
  /** Who gets the daily mail at an instant (ISO 8601), which is sent at a time of day (`08:00`). */
  digestsDue: (now: string, at: string) => Promise<Recipient[]>
  /** Writes down that a mail is begun; false when it is already. */
  beginDigest: (recipient: Recipient) => Promise<boolean>
  /** What waits for a person, asked as that person. */
  noticesOf: (recipient: Recipient) => Promise<NoticeGroup[]>
  /** Writes down what became of a mail that was begun. */
  endDigest: (recipient: Recipient, outcome: Outcome) => Promise<void>
  close: () => Promise<void>
}

/** What the worker tells without being asked. */
export type WorkerEvent =
  | { kind: 'notify'; payload: string }
  | { kind: 'broken'; reason: string }
  | ({ kind: 'progress' } & LoadProgress)
  | { kind: 'step'; step: StartStep }
  | { kind: 'notice'; notice: string }
