import { computed } from 'vue'
import type { Padding } from '../../map/town-map-types.ts'

/** Widths of the panels beside the map and their distance to everything, as the screen's style has them. */
export const LAYOUT = { gap: 12, panel: 296, drawer: 392, tools: 40, legend: 112, search: 44 } as const

/** What the panels of the map screen cover, so that the camera keeps clear of it. */
export function usePaddings(layout: {
  isNarrow: () => boolean
  hasPanel: () => boolean
  hasDrawer: () => boolean
  /** Pixels that the sheet of a phone, or its legend, covers. */
  sheetHeight: () => number
}) {
  return computed<Padding>(() => {
    const { gap, panel, drawer, tools, search } = LAYOUT
    if (layout.isNarrow()) return { top: search + gap, left: 0, right: 0, bottom: layout.sheetHeight() }
    return {
      top: 0,
      bottom: 0,
      left: layout.hasPanel() ? panel + 2 * gap : 0,
      right: (layout.hasDrawer() ? drawer + gap : 0) + tools + 2 * gap,
    }
  })
}
