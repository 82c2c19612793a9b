import { useEventListener } from '@vueuse/core'
import { onScopeDispose } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate, type RouteLocationNormalized } from 'vue-router'
import { useSessionStore } from '../stores/session.ts'
import { useUnsavedStore } from '../stores/unsaved.ts'

/**
 * Keeps a person from leaving unsaved work by mistake: `ask` is asked before another screen, another township, the sign-out, and before what
 * `isLeft` says of a change of the address; the browser asks before the page is closed.
 */
export function useLeaveGuard(
  isUnsaved: () => boolean,
  ask: () => Promise<boolean>,
  isLeft: (to: RouteLocationNormalized, from: RouteLocationNormalized) => boolean = () => false,
): void {
  const session = useSessionStore()
  const unsaved = useUnsavedStore()

  async function mayLeave(): Promise<boolean> {
    // Who is signed out already has nothing left to stay for.
    return !isUnsaved() || session.state !== 'ready' || ask()
  }

  unsaved.guard = mayLeave
  onScopeDispose(() => unsaved.guard === mayLeave && (unsaved.guard = null))
  onBeforeRouteLeave(mayLeave)
  onBeforeRouteUpdate((to, from) => !isLeft(to, from) || mayLeave())
  useEventListener(globalThis.window, 'beforeunload', (event) => {
    if (isUnsaved()) event.preventDefault()
  })
}
