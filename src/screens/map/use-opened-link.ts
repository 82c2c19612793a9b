import { watch, type Ref } from 'vue'
import { useMapViewStore } from '../../stores/map-view.ts'
import { STREET_ZOOM } from './street-zoom.ts'
import type { useHotspotDetail } from '../../composables/hotspot/use-hotspot-detail.ts'
import type { useMapChoice } from './use-map-choice.ts'
import type { useScreenMap } from './use-screen-map.ts'

interface OpenedScreen {
  screen: ReturnType<typeof useScreenMap>
  choice: ReturnType<typeof useMapChoice>
  detail: ReturnType<typeof useHotspotDetail>
  /** Height of the replay's bar in pixels; 0 before it is measured, null while there is none. */
  replayHeight: Readonly<Ref<number | null>>
}

/** Moves the map to what the address named that was opened, when it named no camera of its own. */
export function useOpenedLink({ screen, choice, detail, replayHeight }: OpenedScreen): void {
  const store = useMapViewStore()
  const opened = { camera: store.view.camera, hotspot: store.view.hotspot, replay: store.view.replay }

  // A link knows the number of a hotspot, its place comes with the details.
  watch(detail.value, (loaded) => {
    if (!loaded || loaded.hotspot.no !== store.view.hotspot) return
    const { no, lng, lat, state } = loaded.hotspot
    choice.place.value = { no, lng, lat, state }
    const isFromLink = opened.hotspot === no && opened.camera === null
    if (isFromLink) screen.map.value?.moveTo({ lng, lat, zoom: STREET_ZOOM })
    opened.hotspot = null
  })
  // A link that opens a replay shows everything, clear of the bar that has only now been measured.
  const stopFitting = watch(replayHeight, (height) => {
    if (!height) return
    stopFitting()
    if (opened.camera === null && opened.replay !== null) screen.fit()
  })
}
