import type { Map as MapLibreMap } from 'maplibre-gl'

/** A finger that rests so long asks; less would be a slow tap. */
const PRESS_MS = 550
/** A finger that moves farther than this drags the map, in pixels. */
const STILL_PX = 8
/** The keys that open a context menu everywhere else. */
const isMenuKey = (event: KeyboardEvent) => event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)

/**
 * Listens for "what is here?": a right click, a long press, or the context-menu key while the map has the focus, which
 * means its centre. Browsers differ in what a long press or that key tells them; each gesture asks once.
 */
export function watchAsk(map: MapLibreMap, onAsk: (at: { lng: number; lat: number }) => void): void {
  let press: ReturnType<typeof setTimeout> | null = null
  let askedAt = -Infinity

  function ask({ lng, lat }: { lng: number; lat: number }) {
    if (performance.now() - askedAt < PRESS_MS) return
    askedAt = performance.now()
    onAsk({ lng, lat })
  }
  function letGo() {
    if (press) clearTimeout(press)
    press = null
  }

  map.on('contextmenu', (event) => {
    event.preventDefault()
    event.originalEvent.preventDefault()
    letGo()
    ask(event.lngLat)
  })
  map.on('touchstart', (event) => {
    letGo()
    if (event.points.length !== 1) return
    const { lngLat, point } = event
    press = setTimeout(() => ask(lngLat), PRESS_MS)
    const watch = (moved: typeof event) => {
      if (moved.points.length === 1 && moved.point.dist(point) < STILL_PX) return
      letGo()
      map.off('touchmove', watch)
    }
    map.on('touchmove', watch)
    map.once('touchend', () => map.off('touchmove', watch))
  })
  map.on('touchend', letGo)
  map.on('touchcancel', letGo)
  map.on('remove', letGo)
  map.getCanvas().addEventListener('keydown', (event) => {
    if (!isMenuKey(event)) return
    event.preventDefault()
    ask(map.getCenter())
  })
}
