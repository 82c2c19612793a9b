import { useEventListener } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { DataClient } from '../data/client.ts'
import { watchTopics, type LiveChange, type LiveState, type LiveWatch } from '../data/realtime.ts'
import type { Account } from '../domain/account.ts'

/** `idle` while nobody watches. */
export type ConnectionState = 'idle' | LiveState

/** The topics that an account joins: the roots that it covers whole, else the areas of its memberships. */
export function topicsOf(account: Account): string[] {
  const whole = new Set(account.roots.filter((root) => root.wholeRoot).map((root) => root.id))
  const areas = account.memberships.filter((each) => !whole.has(each.rootId)).map((each) => each.areaId)
  return [...new Set([...whole, ...areas])].map((id) => `area:${id}`)
}

/** The live connection: whether it is up, since when it is not, how fresh the data is, and what changes. */
export const useLiveStore = defineStore('live', () => {
  const state = ref<ConnectionState>('idle')
  /** ISO instant at which the connection was lost; null while it is not. */
  const lostAt = ref<string | null>(null)
  /** ISO instant up to which what is shown is known to be complete; null before the first word. */
  const dataAt = ref<string | null>(null)
  const listeners = new Set<(change: LiveChange) => void>()
  let watch: LiveWatch | null = null

  function begin(client: DataClient, account: Account): void {
    end()
    const topics = topicsOf(account)
    if (topics.length === 0) return
    state.value = 'connecting'
    watch = watchTopics(client, topics, { onState, onChange, onAlive })
  }

  function end(): void {
    watch?.stop()
    watch = null
    state.value = 'idle'
    lostAt.value = null
    dataAt.value = null
  }

  /** Calls the listener on every change from now on; returns what takes it off again. */
  function onChanges(listener: (change: LiveChange) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  function onState(next: LiveState): void {
    state.value = next
    lostAt.value = next === 'lost' ? new Date().toISOString() : null
  }

  function onChange(change: LiveChange): void {
    onAlive()
    for (const listener of listeners) listener(change)
  }

  function onAlive(): void {
    // While one of several topics is lost, news from the others do not make the whole complete.
    if (state.value === 'live') dataAt.value = new Date().toISOString()
  }

  useEventListener(globalThis.window, 'online', () => watch?.hurry())
  useEventListener(globalThis.document, 'visibilitychange', () => {
    if (document.visibilityState === 'visible') watch?.hurry()
  })

  return { state, lostAt, dataAt, begin, end, onChanges }
})
