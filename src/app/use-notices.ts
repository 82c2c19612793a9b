import { useDebounceFn, useEventListener, useIntervalFn } from '@vueuse/core'
import { onScopeDispose, ref, watch } from 'vue'
import { useRequest } from '../composables/use-request.ts'
import { Outage } from '../data/errors.ts'
import { fetchNotices, seeNotices } from '../data/notices.ts'
import type { NoticeDigest } from '../domain/notice.ts'
import { useLiveStore } from '../stores/live.ts'
import { useSessionStore } from '../stores/session.ts'

/** Deadlines pass without a live message. */
const EVERY_MS = 5 * 60_000
/** A busy township changes many times a minute; a digest does not have to. */
const AT_MOST_EVERY_MS = 15_000
const SOON_MS = 2000

/** What waits for the person in the active root: asked for at once, after changes, each five minutes and when somebody comes back to the page. */
export function useNotices() {
  const session = useSessionStore()
  const live = useLiveStore()
  const { state, value, ask, forget } = useRequest<NoticeDigest>()
  /** False from the moment that somebody looks until something new comes. */
  const isNews = ref(true)

  let isLooking = false

  function fetch(): void {
    const { root } = session
    // What somebody reads does not change under the eyes, and keeps its marks of what is new.
    if (root && !isLooking) void ask((signal) => fetchNotices(session.client, root.id, signal), true)
  }

  /** Says that the person looks now. What was new stays marked in what is shown; a mark that cannot be written is tried the next time. */
  async function look(): Promise<void> {
    isNews.value = false
    isLooking = true
    const { root } = session
    if (!root || state.value !== 'ready') return
    try {
      await seeNotices(session.client, root.id)
    } catch (error) {
      if (!(error instanceof Outage)) throw error
    }
  }

  /** Says that the person has done looking. */
  function leave(): void {
    isLooking = false
    fetch()
  }

  watch(
    () => session.root?.id,
    () => {
      forget()
      isNews.value = true
      fetch()
    },
    { immediate: true },
  )
  watch(value, (digest, before) => {
    if (digest && before && digest.seenAt === before.seenAt) return
    isNews.value = true
  })
  const fetchSoon = useDebounceFn(fetch, SOON_MS, { maxWait: AT_MOST_EVERY_MS })
  onScopeDispose(live.onChanges((change) => change.kind !== 'areas' && void fetchSoon()))
  useIntervalFn(fetch, EVERY_MS)
  useEventListener(globalThis.document, 'visibilitychange', () => document.visibilityState === 'visible' && fetch())

  return { state, digest: value, isNews, look, leave, fetch }
}
