import { watch } from 'vue'
import { useRouter } from 'vue-router'
import { useLiveStore } from '../stores/live.ts'
import { useSessionStore } from '../stores/session.ts'

/** Watches for live changes while somebody is signed in, and leads to the sign-in page when the session ends. */
export function useLiveSession(): void {
  const session = useSessionStore()
  const live = useLiveStore()
  const router = useRouter()

  watch(
    () => session.account,
    (account) => {
      if (account) live.begin(session.client, account)
      else live.end()
    },
    { immediate: true },
  )
  watch(
    () => session.state,
    (state, before) => {
      if (before !== 'ready' || state !== 'signed_out') return
      const { fullPath, path } = router.currentRoute.value
      void router.replace({ name: 'sign-in', query: path === '/map' ? {} : { next: fullPath } })
    },
  )
}
