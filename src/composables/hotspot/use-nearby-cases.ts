import { watchDebounced } from '@vueuse/core'
import { computed } from 'vue'
import { fetchNearbyOpenCases } from '../../data/hotspots.ts'
import type { NearbyCase } from '../../domain/hotspot.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useRequest } from '../use-request.ts'

/** Where to look for open cases, of which category, and which case not to name; null = nowhere yet. */
export type Around = {
  rootId: number
  lng: number
  lat: number
  categoryId: number | null
  radiusM: number
  except: string | null
}

/** Open cases around a place, asked anew (a moment later) when the place or the category changes. */
export function useNearbyCases(around: () => Around | null) {
  const session = useSessionStore()
  const request = useRequest<NearbyCase[]>()

  function look(): void {
    const at = around()
    if (!at) return request.forget()
    void request.ask((signal) => fetchNearbyOpenCases(session.client, at.rootId, at, at.categoryId, at.radiusM, signal))
  }

  watchDebounced(() => JSON.stringify(around()), look, { debounce: 300, maxWait: 2000, immediate: true })
  const cases = computed(() => (request.value.value ?? []).filter(({ id }) => id !== around()?.except))
  return { ...request, cases, look }
}
