import { useEventListener } from '@vueuse/core'
import { onActivated, onDeactivated } from 'vue'
import { useRequest, type RequestOf } from '../../composables/use-request.ts'
import type { DataClient } from '../../data/client.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Result } from '../../domain/result.ts'
import { useSessionStore } from '../../stores/session.ts'

/**
 * What a section shows of the active root: asked for when it is opened, and again when the person comes back to it or to the
 * window, for another admin may have changed it.
 */
export function useSection<T>(
  read: (client: DataClient, root: number) => Promise<Result<T, Refusal>>,
): RequestOf<T> & { reload: () => Promise<void> } {
  const session = useSessionStore()
  const request = useRequest<T>()
  let isShown = false

  async function reload(): Promise<void> {
    const { root, client } = session
    if (root) await request.ask(() => read(client, root.id), true)
  }

  onActivated(() => {
    isShown = true
    void reload()
  })
  onDeactivated(() => (isShown = false))
  useEventListener(window, 'focus', () => isShown && void reload())

  return { ...request, reload }
}
