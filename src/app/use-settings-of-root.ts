import { watch } from 'vue'
import { homeArea } from '../domain/home-area.ts'
import { useBasemapStore } from '../stores/basemap.ts'
import { useLiveStore } from '../stores/live.ts'
import { useSessionStore } from '../stores/session.ts'

/** Keeps the settings those in force where the person is at home in the active root. */
export function useSettingsOfRoot(): void {
  const session = useSessionStore()
  const basemap = useBasemapStore()
  const live = useLiveStore()

  async function load(): Promise<void> {
    const { account, root } = session
    if (account && root) await basemap.load(session.client, homeArea(account, root.id))
  }

  watch(() => session.root?.id, load, { immediate: true })
  live.onChanges((change) => {
    if (change.kind !== 'hotspots') void load()
  })
}
