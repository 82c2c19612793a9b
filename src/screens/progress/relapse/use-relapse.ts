import { useDebounceFn } from '@vueuse/core'
import { onScopeDispose, ref, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { isAbort, Outage, type OutageReason } from '../../../data/errors.ts'
import { fetchRelapseByArea } from '../../../data/relapse.ts'
import type { RelapseByArea } from '../../../data/shapes/relapse.ts'
import type { Refusal } from '../../../domain/refusal.ts'
import { useLiveStore } from '../../../stores/live.ts'
import { useSessionStore } from '../../../stores/session.ts'

/** Relapses change rarely: a burst of steps is one question. */
const CALM_MS = 3_000
const PATIENCE_MS = 15_000

/** The relapses below an area, asked for again when hotspots have changed; the answer to an older question stays until the newer one is there. */
export function useRelapse(parentId: MaybeRefOrGetter<number | null>, campaign: MaybeRefOrGetter<number | null>) {
  const session = useSessionStore()
  const live = useLiveStore()
  const state = ref<'loading' | 'ready' | 'refused' | 'failed'>('loading')
  const answer = shallowRef<RelapseByArea | null>(null)
  const refusal = shallowRef<Refusal | null>(null)
  const outage = ref<OutageReason | null>(null)
  let running: AbortController | null = null

  async function load(): Promise<void> {
    const parent = toValue(parentId)
    if (parent === null) return
    running?.abort()
    const mine = (running = new AbortController())
    try {
      const result = await fetchRelapseByArea(session.client, parent, toValue(campaign), mine.signal)
      if (mine !== running) return
      outage.value = null
      if (result.ok) answer.value = result.value
      else refusal.value = result.error
      state.value = result.ok ? 'ready' : 'refused'
    } catch (error) {
      if (isAbort(error) || mine !== running) return
      if (!(error instanceof Outage)) throw error
      outage.value = error.reason
      if (state.value !== 'ready') state.value = 'failed'
    }
  }

  watch(
    [() => toValue(parentId), () => toValue(campaign)],
    () => {
      state.value = 'loading'
      void load()
    },
    { immediate: true },
  )
  const loadSoon = useDebounceFn(load, CALM_MS, { maxWait: PATIENCE_MS })
  onScopeDispose(live.onChanges(() => void loadSoon()))
  onScopeDispose(() => running?.abort())

  return { state, answer, refusal, outage, load }
}
