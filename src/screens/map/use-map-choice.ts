import { computed, shallowRef } from 'vue'
import type { Found } from '../../domain/search/found.ts'
import { extentOfRings } from '../../geo/extent-of-rings.ts'
import { extentOfTile } from '../../geo/tile-address.ts'
import { isCellFinal } from '../../map/cell-end.ts'
import type { Click, Hit } from '../../map/pointer.ts'
import type { ChosenHotspot, Mark, TownMap } from '../../map/town-map-types.ts'
import { useCatalogueStore } from '../../stores/catalogue.ts'
import { useMapViewStore } from '../../stores/map-view.ts'
import type { MapPanel } from './map-panel.ts'
import { STREET_ZOOM } from './street-zoom.ts'

/** What is chosen on the map, and so what stands in the drawer. */
export function useMapChoice(map: () => TownMap | null) {
  const store = useMapViewStore()
  const catalogue = useCatalogueStore()
  const panel = shallowRef<MapPanel | null>(null)
  /** What `back` returns to: the list from which the panel was chosen. */
  const under = shallowRef<MapPanel | null>(null)
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
  /** The place or position that is asked about. */
  const mark = computed<Mark | null>(() => {
    const shown = panel.value
    if (chosenNo.value !== null || !shown) return null
    if (shown.kind === 'point') return { kind: 'point', lng: shown.lng, lat: shown.lat }
    if (shown.kind !== 'place') return null
    const [lng, lat] = catalogue.placeById.get(shown.id)?.geometry.coordinates ?? []
    return lng === undefined || lat === undefined ? null : { kind: 'place', lng, lat }
  })
  const isOpen = computed(() => panel.value !== null || hotspot.value !== null)
  const canGoBack = computed(() =>
    hotspot.value === null ? under.value !== null : panel.value?.kind === 'list' || panel.value?.kind === 'view',
  )

  /** Names what the drawer is about. */
  const subject = computed(() => {
    const shown = panel.value
    if (chosenNo.value !== null) return `hotspot ${chosenNo.value}`
    if (shown?.kind === 'list') return `list ${Object.values(shown.tile).join('/')}`
    if (shown?.kind === 'point') return `point ${shown.lng} ${shown.lat}`
    return shown?.kind === 'area' || shown?.kind === 'place' ? `${shown.kind} ${shown.id}` : (shown?.kind ?? '')
  })

  function onHit({ hit, at }: Click): void {
    if (panel.value?.kind === 'report') return moveCross(at)
    if (hit.kind === 'hotspot') {
      place.value = hit
      show(null)
      store.change({ hotspot: hit.no })
    } else if (hit.kind === 'cell') onCell(hit)
    else if (hit.kind === 'nothing') show(null)
    else show({ kind: hit.kind, id: hit.id })
  }

  function onCell({ address, count, about }: Extract<Hit, { kind: 'cell' }>): void {
    if (!isCellFinal(address)) return map()?.fitExtent(extentOfTile(address))
    show({ kind: 'list', tile: address, count, about })
  }

  /** While something is being reported, a click moves the map so that the cross stands there. */
  function moveCross(at: Click['at']): void {
    const camera = map()?.camera()
    if (camera) map()?.moveTo({ ...camera, ...at })
  }

  function show(next: MapPanel | null): void {
    store.change({ hotspot: null })
    under.value = null
    panel.value = next
  }

  /** Chooses something and moves the map there; from the table of what is in view, `back` returns to the table. */
  function goTo(found: Found): void {
    const from = panel.value?.kind === 'view' ? panel.value : null
    if (found.kind === 'hotspot') {
      place.value = found
      if (!from) show(null)
      store.change({ hotspot: found.no })
    } else {
      show(
        found.kind === 'point' ? { kind: 'point', lng: found.lng, lat: found.lat } : { kind: found.kind, id: found.id },
      )
      under.value = from
    }
    if (!from) moveTo(found)
  }

  function moveTo(found: Found): void {
    if (found.kind === 'area') {
      const boundary = catalogue.catalogue?.areas.features.find(({ id }) => id === found.id)?.geometry
      const extent = boundary && extentOfRings(boundary)
      if (extent) map()?.fitExtent([...extent])
      return
    }
    const at = found.kind === 'place' ? mark.value : found
    if (at) map()?.moveTo({ lng: at.lng, lat: at.lat, zoom: Math.max(STREET_ZOOM, map()?.camera().zoom ?? 0) })
  }

  /** Chooses a hotspot of a list of those that share one spot; the list stays below it. */
  function goToListed(no: number): void {
    store.change({ hotspot: no })
  }

  /** Closes what is on top: what was opened from a list gives the list back. */
  function back(): void {
    if (hotspot.value !== null) return store.change({ hotspot: null })
    panel.value = under.value
    under.value = null
  }

  function close(): void {
    show(null)
  }

  return { panel, place, hotspot, area, mark, isOpen, canGoBack, subject, onHit, show, goTo, goToListed, back, close }
}
