import { computed, reactive } from 'vue'
import type { Camera, Extent } from '../../../map/town-map-types.ts'
import { PIXELS_PER_MM, zoomOfScale } from '../../../map/print/scale.ts'
import { sheetOf, type Paper, type SheetTurn } from '../../../map/print/sheet.ts'

/** Scales that plans are drawn in. */
export const SCALES = [2000, 5000, 10_000, 25_000, 50_000, 100_000] as const

export interface SheetChoice {
  title: string
  paper: Paper
  turn: SheetTurn
  extent: 'view' | 'all'
  /** `fit`, or the number of a scale. */
  scale: 'fit' | `${(typeof SCALES)[number]}`
}

/** The choices of a sheet, its layout, and the camera that follows from them. */
export function useSheet(title: string, extents: { view: Extent; all: Extent }) {
  const choice = reactive<SheetChoice>({ title, paper: 'a4', turn: 'landscape', extent: 'view', scale: 'fit' })
  const sheet = computed(() => sheetOf(choice.paper, choice.turn))
  const size = computed(() => ({
    widthPx: Math.round(sheet.value.map.width * PIXELS_PER_MM),
    heightPx: Math.round(sheet.value.map.height * PIXELS_PER_MM),
  }))
  const start = computed<Camera | Extent>(() => {
    const extent = extents[choice.extent]
    if (choice.scale === 'fit') return extent
    const [west, south, east, north] = extent
    const lat = (south + north) / 2
    return { lng: (west + east) / 2, lat, zoom: zoomOfScale(Number(choice.scale), lat) }
  })
  /** What the picture of the map depends on; a new one is needed when this changes. */
  const subject = computed(() => JSON.stringify([size.value, start.value]))
  return { choice, sheet, size, start, subject }
}
