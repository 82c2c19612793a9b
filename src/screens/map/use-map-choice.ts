import { computed, shallowRef } from 'vue'
import { extentOfTile, tileAt } from '../../geo/tile-address.ts'
import { isCellFinal } from '../../map/cell-end.ts'
import type { Click, Hit } from '../../map/pointer.ts'
import type { ChosenHotspot, TownMap } from '../../map/town-map-types.ts'
import { useMapViewStore } from '../../stores/map-view.ts'
import type { MapPanel } from './map-panel.ts'

/** What is chosen on the map, and so what stands in the drawer. */
export function useMapChoice(map: () => TownMap | null) {
  const store = useMapViewStore()
  const panel = shallowRef<MapPanel | null>(null)
  /** Where the chosen hotspot is and how it stands, as far as the map or its details have told. */
  const place = shallowRef<(NonNullable<ChosenHotspot['place']> & { no: number }) | null>(null)

  // Its own computed: the camera is part of the view too, and a moving map must not look like another choice.
  const chosenNo = computed(() => store.view.hotspot)
  const hotspot = computed<ChosenHotspot | null>(() => {
    const no = chosenNo.value
    if (no === null) return null
    return { no, place: place.value?.no === no ? place.value : null }
  })
  /** The area that is outlined: the one just chosen, else the one that is filtered by. */
  const area = computed(() => (panel.value?.kind === 'area' ? panel.value.id : store.view.area || null))
  const isOpen = computed(() => panel.value !== null || hotspot.value !== null)

  /** Names what the drawer is about. */
  const subject = computed(() => {
    if (chosenNo.value !== null) return `hotspot ${chosenNo.value}`
    if (panel.value?.kind === 'list') return `list ${Object.values(panel.value.tile).join('/')}`
    return panel.value?.kind === 'area' ? `area ${panel.value.id}` : (panel.value?.kind ?? '')
  })

  function onHit({ hit, at }: Click): void {
    if (panel.value?.kind === 'report') return moveCross(at)
    if (hit.kind === 'hotspot') {
      place.value = hit
      panel.value = null
      store.change({ hotspot: hit.no })
    } else if (hit.kind === 'cell') onCell(hit)
    else {
      panel.value = hit.kind === 'area' ? { kind: 'area', id: hit.id } : null
      store.change({ hotspot: null })
    }
  }

  function onCell({ address, count, about }: Extract<Hit, { kind: 'cell' }>): void {
    if (!isCellFinal(address)) return map()?.fitExtent(extentOfTile(address))
    store.change({ hotspot: null })
    panel.value = { kind: 'list', tile: address, count, about }
  }

  /** While something is being reported, a click moves the map so that the cross stands there. */
  function moveCross(at: Click['at']): void {
    const camera = map()?.camera()
    if (camera) map()?.moveTo({ ...camera, ...at })
  }

  function listHere(): void {
    const camera = map()?.camera()
    if (!camera) return
    store.change({ hotspot: null })
    const z = Math.min(20, Math.max(0, Math.floor(camera.zoom)))
    panel.value = { kind: 'list', tile: tileAt(camera.lng, camera.lat, z), count: null, about: false }
  }

  function show(next: MapPanel | null): void {
    store.change({ hotspot: null })
    panel.value = next
  }

  /** Closes what is on top: a hotspot opened from a list gives the list back. */
  function back(): void {
    if (hotspot.value !== null) store.change({ hotspot: null })
    else panel.value = null
  }

  function close(): void {
    panel.value = null
    store.change({ hotspot: null })
  }

  return { panel, place, hotspot, area, isOpen, subject, onHit, listHere, show, back, close }
}
