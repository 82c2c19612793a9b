import { watch } from 'vue'
import { useCatalogueStore } from '../stores/catalogue.ts'
import { useLiveStore } from '../stores/live.ts'
import { useSessionStore } from '../stores/session.ts'

/** Keeps the catalogue that of the active root, and fresh: boundaries may change while one looks. */
export function useCatalogueOfRoot(): void {
  const session = useSessionStore()
  const catalogue = useCatalogueStore()
  const live = useLiveStore()

  async function load(): Promise<void> {
    if (session.root) await catalogue.load(session.client, session.root.id)
  }

  watch(() => session.root?.id, load, { immediate: true })
  live.onChanges((change) => {
    if (change.kind !== 'hotspots') void load()
  })
}
