import { ref, shallowRef, watch } from 'vue'
import { deleteView, fetchSavedViews, saveView } from '../../data/case-views.ts'
import { Outage, type OutageReason } from '../../data/errors.ts'
import type { SavedView } from '../../data/shapes/cases.ts'
import { useSessionStore } from '../../stores/session.ts'

/** The views that the person has saved in the active root. An outage leaves the list as it is and says so. */
export function useSavedViews() {
  const session = useSessionStore()
  const saved = shallowRef<readonly SavedView[]>([])
  const outage = ref<OutageReason | null>(null)

  async function trying<T>(work: () => Promise<T>): Promise<T | null> {
    outage.value = null
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Outage)) throw error
      outage.value = error.reason
      return null
    }
  }

  async function load(): Promise<void> {
    const { root } = session
    if (!root) return
    const result = await trying(() => fetchSavedViews(session.client, root.id))
    if (result?.ok && session.root?.id === root.id) saved.value = result.value
  }

  /** Saves; `name_taken` when there is one of that name, `failed` when it could not be. */
  async function save(name: string, query: string): Promise<'saved' | 'name_taken' | 'failed'> {
    const { root } = session
    if (!root) return 'failed'
    const result = await trying(() => saveView(session.client, root.id, { name, query }))
    if (!result?.ok) return 'failed'
    if (!result.value) return 'name_taken'
    saved.value = [...saved.value, result.value]
    return 'saved'
  }

  async function remove({ id }: SavedView): Promise<void> {
    const result = await trying(() => deleteView(session.client, id))
    if (result?.ok) saved.value = saved.value.filter((each) => each.id !== id)
  }

  watch(() => session.root?.id, load, { immediate: true })
  return { saved, outage, save, remove }
}
