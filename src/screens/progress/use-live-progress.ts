import { useDebounceFn } from '@vueuse/core'
import { onScopeDispose, watch, type MaybeRefOrGetter, toValue } from 'vue'
import { useLiveStore } from '../../stores/live.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { useSessionStore } from '../../stores/session.ts'

/** A burst of changes is one question, asked at the latest after this time. */
const CALM_MS = 400
const PATIENCE_MS = 2_000

/** Asks for the progress of a view, and asks again when hotspots or areas have changed. */
export function useLiveProgress(parentId: MaybeRefOrGetter<number | null>, campaign: MaybeRefOrGetter<number | null>) {
  const session = useSessionStore()
  const progress = useProgressStore()
  const live = useLiveStore()

  async function load(): Promise<void> {
    const parent = toValue(parentId)
    if (parent !== null) await progress.load(session.client, { parentId: parent, campaign: toValue(campaign) })
  }

  watch([() => toValue(parentId), () => toValue(campaign)], load, { immediate: true })
  const loadSoon = useDebounceFn(load, CALM_MS, { maxWait: PATIENCE_MS })
  onScopeDispose(live.onChanges(() => void loadSoon()))

  return { load }
}
