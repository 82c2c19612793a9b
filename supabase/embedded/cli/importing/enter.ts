import * as v from 'valibot'
import { WebSocket } from 'ws'
import { fetchAccount } from '../../../../src/data/account.ts'
import { createDataClient, type DataClient } from '../../../../src/data/client.ts'
import { signIn } from '../../../../src/data/sign-in.ts'
import { rolesIn, type AccountRoot } from '../../../../src/domain/account.ts'
import { mayImport } from '../../../../src/domain/role.ts'
import type { Say } from '../../../../src/importing/telling/say.ts'
import type { ImportArguments } from './arguments.ts'
import { Failure } from './failure.ts'

const ConfigFile = v.object({ supabaseUrl: v.nullable(v.string()), publishableKey: v.string() })

/** A signed-in person, and the area trees where they may import. */
export interface Entered {
  readonly client: DataClient
  readonly roots: readonly AccountRoot[]
}

/** Signs in to the running server. Throws `Failure` when that cannot be done. */
export async function enter({ url, email, passwordEnv }: ImportArguments, say: Say): Promise<Entered> {
  const password = process.env[passwordEnv]
  if (!password) throw new Failure(say('command.passwordMissing', { name: passwordEnv }))
  const config = await configOf(url, say)
  const client = createDataClient(
    { url: config.supabaseUrl ?? url, key: config.publishableKey },
    // Node 20 has no WebSocket of its own, and the client will not be made without one.
    { auth: { persistSession: false }, realtime: { transport: WebSocket as unknown as typeof globalThis.WebSocket } },
  )
  const signedIn = await signIn(client, email, password)
  if (!signedIn.ok)
    throw new Failure(say(signedIn.error.kind === 'too_many_attempts' ? 'command.signInLater' : 'command.signInFailed'))
  return { client, roots: await importRoots(client, say) }
}

/** The area trees where the signed-in person may import. */
export async function importRoots(client: DataClient, say: Say): Promise<AccountRoot[]> {
  const account = await fetchAccount(client)
  if (!account.ok) throw new Failure(say('command.serverFailed', { detail: account.error.code }))
  return account.value.roots.filter((root) => mayImport(rolesIn(account.value, root.id)))
}

async function configOf(url: string, say: Say): Promise<v.InferOutput<typeof ConfigFile>> {
  try {
    const response = await fetch(`${url}/config.json`)
    return v.parse(ConfigFile, await response.json())
  } catch {
    throw new Failure(say('command.serverUnreachable', { url }))
  }
}
