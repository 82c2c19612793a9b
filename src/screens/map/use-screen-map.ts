import { onBeforeUnmount, shallowRef } from 'vue'
import type { Hotspot } from '../../domain/hotspot.ts'
import type { Camera, Extent, TownMap } from '../../map/town-map-types.ts'
import { useMapViewStore } from '../../stores/map-view.ts'
import { useSessionStore } from '../../stores/session.ts'

/** An empty root knows no place on earth yet. */
const CHINA: Extent = [73, 18, 135, 54]

/** The map of the screen: where it begins, what it shows now, and what moves it. */
export function useScreenMap() {
  const session = useSessionStore()
  const store = useMapViewStore()
  /** Null until it is drawn. */
  const map = shallowRef<TownMap | null>(null)
  /** The middle of what is shown, where something is reported or measured. */
  const cross = shallowRef({ lng: 0, lat: 0 })
  const extent = shallowRef<Extent | null>(null)
  const whole = (): Extent => session.root?.bbox ?? CHINA
  const start: Camera | Extent = store.view.camera ?? whole()

  function onReady(made: TownMap): void {
    map.value = made
    cross.value = made.camera()
    extent.value = made.extent()
  }

  function onMove(camera: Camera): void {
    cross.value = camera
    extent.value = map.value?.extent() ?? null
    store.change({ camera })
  }

  /** Shows the whole root. */
  function fit(): void {
    map.value?.fitExtent(whole())
  }

  /** What one did oneself is seen at once, whether or not the live connection is up. */
  function showChange(hotspot: Hotspot, isNew: boolean): void {
    const { no, state, lng, lat, areaId, campaignId, categoryId } = hotspot
    map.value?.applyChanges([
      { no, state, lng, lat, areaId: areaId ?? 0, campaignId: campaignId ?? 0, categoryId, isNew },
    ])
  }

  onBeforeUnmount(() => (map.value = null))
  return { map, cross, extent, start, whole, onReady, onMove, fit, showChange }
}
