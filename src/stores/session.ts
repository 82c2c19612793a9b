import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { fetchAccount } from '../data/account.ts'
import { createDataClient, type DataClient } from '../data/client.ts'
import { findConnection, type DemoAccount } from '../data/connection.ts'
import { Outage, type OutageReason } from '../data/errors.ts'
import { createFirstAdmin, fetchNeedsAdmin, type FirstAdmin, type SetupProblem } from '../data/setup.ts'
import { hasSession, onSignedOut, signIn, signOut, type SignInProblem } from '../data/sign-in.ts'
import { rolesIn, type Account, type AccountRoot } from '../domain/account.ts'
import { mayImport, mayReport, type Role } from '../domain/role.ts'
import { ok, refused, type Result } from '../domain/result.ts'

/** Where the session stands; `failed` names its outage in `outage` and may be started again. */
export type SessionState = 'starting' | 'needs_admin' | 'signed_out' | 'ready' | 'failed'

/** Who is signed in, what they may do, and which area root they look at. */
export const useSessionStore = defineStore('session', () => {
  const state = ref<SessionState>('starting')
  const outage = ref<OutageReason | null>(null)
  const demoAccounts = shallowRef<DemoAccount[]>([])
  const account = shallowRef<Account | null>(null)
  const connected = shallowRef<DataClient | null>(null)
  let isOwn = false
  const chosenRootId = useStorage<number | null>('root', null, undefined, {
    serializer: { read: (text) => Number(text) || null, write: String },
  })

  const roots = computed<AccountRoot[]>(() => account.value?.roots ?? [])
  const root = computed<AccountRoot | null>(
    () => roots.value.find((each) => each.id === chosenRootId.value) ?? roots.value[0] ?? null,
  )
  const roles = computed<Role[]>(() => (account.value && root.value ? rolesIn(account.value, root.value.id) : []))
  const canImport = computed(() => mayImport(roles.value))
  const canReport = computed(() => mayReport(roles.value))

  /** The way to the backend; asking before `start()` has found it is a defect. */
  const client = computed<DataClient>(() => {
    if (!connected.value) throw new Error('The backend was asked before it was found.')
    return connected.value
  })

  /** Finds the backend and picks up the session that this browser holds; ends in any state but `starting`. */
  async function start(): Promise<void> {
    state.value = 'starting'
    try {
      if (!connected.value) {
        const connection = await findConnection()
        demoAccounts.value = connection.demoAccounts
        isOwn = connection.isOwn
        connected.value = createDataClient(connection)
        onSignedOut(connected.value, forget)
      }
      if (await hasSession(client.value)) await load()
      else state.value = isOwn && (await fetchNeedsAdmin()) ? 'needs_admin' : 'signed_out'
    } catch (error) {
      fail(error)
    }
  }

  /** Reads the account again: memberships or roots have changed. */
  async function load(): Promise<void> {
    const result = await fetchAccount(client.value)
    if (!result.ok) return forget()
    account.value = result.value
    state.value = 'ready'
  }

  /** Signs in and reads the account; throws an `Outage`. */
  async function enter(email: string, password: string): Promise<Result<void, SignInProblem>> {
    const result = await signIn(client.value, email, password)
    if (!result.ok) return result
    await load()
    return ok(undefined)
  }

  /** Makes the first administrator and signs in as that one; throws an `Outage`. */
  async function found(admin: FirstAdmin): Promise<Result<void, SetupProblem>> {
    const result = await createFirstAdmin(admin)
    if (!result.ok) return result
    const entered = await enter(admin.email, admin.password)
    return entered.ok ? ok(undefined) : refused('invalid')
  }

  async function leave(): Promise<void> {
    await signOut(client.value)
    forget()
  }

  function chooseRoot(id: number): void {
    chosenRootId.value = id
  }

  function forget(): void {
    account.value = null
    state.value = 'signed_out'
  }

  function fail(error: unknown): void {
    if (!(error instanceof Outage)) throw error
    if (error.reason === 'signed_out') return forget()
    outage.value = error.reason
    state.value = 'failed'
  }

  return {
    state,
    outage,
    demoAccounts,
    account,
    client,
    roots,
    root,
    roles,
    canImport,
    canReport,
    start,
    load,
    enter,
    found,
    leave,
    chooseRoot,
  }
})
