import { onScopeDispose, watch } from 'vue'
import { fetchHotspotDetail } from '../../data/hotspots.ts'
import type { HotspotDetail } from '../../domain/hotspot.ts'
import { useLiveStore } from '../../stores/live.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useRequest } from '../use-request.ts'

/** The hotspot of a number (null = none) with its history and steps; read again when a live message names it. */
export function useHotspotDetail(chosen: () => number | null) {
  const session = useSessionStore()
  const request = useRequest<HotspotDetail>()

  async function load(quietly: boolean): Promise<void> {
    const no = chosen()
    if (no === null) return request.forget()
    await request.ask((signal) => fetchHotspotDetail(session.client, no, signal), quietly)
  }

  watch(chosen, () => load(false), { immediate: true })
  onScopeDispose(
    useLiveStore().onChanges((change) => {
      const no = chosen()
      if (no === null) return
      const isAboutIt =
        change.kind !== 'hotspots' || change.rows.length === 0 || change.rows.some((row) => row.no === no)
      if (isAboutIt) void load(true)
    }),
  )
  return { ...request, reload: () => load(true), retry: () => load(false) }
}
