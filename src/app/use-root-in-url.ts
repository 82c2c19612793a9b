import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useSessionStore } from '../stores/session.ts'
import { useUnsavedStore } from '../stores/unsaved.ts'

/**
 * Keeps the active root and `?root=` the same: a link opens the root that it was made in, and a switch of the root drops
 * from the address what belonged to the old one.
 */
export function useRootInUrl() {
  const session = useSessionStore()
  const unsaved = useUnsavedStore()
  const route = useRoute()
  const router = useRouter()

  watch(
    () => [route.query['root'], session.root?.id, session.roots.length, route.matched.length > 0] as const,
    ([asked, active, count, hasArrived]) => {
      // Before the first navigation has arrived there is no address yet: a replace would overtake it and lose where it goes.
      if (active === undefined || !hasArrived) return
      const id = Number(asked)
      if (asked !== undefined && id !== active && session.roots.some((root) => root.id === id)) session.chooseRoot(id)
      else if (count > 1 && asked !== String(active))
        void router.replace({ query: { ...route.query, root: String(active) } })
    },
    { immediate: true },
  )

  async function openRoot(id: number): Promise<void> {
    if (!(await unsaved.mayLeave())) return
    session.chooseRoot(id)
    void router.push({ path: route.path, query: { root: String(id) } })
  }

  return { openRoot }
}
