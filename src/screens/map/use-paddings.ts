import { computed } from 'vue'
import type { Padding } from '../../map/town-map-types.ts'

/** Widths of the panels beside the map and their distance to everything, as the screen's style has them. */
export const LAYOUT = { gap: 12, panel: 296, drawer: 392, tools: 40, thumbTools: 48, legend: 112, search: 44 } as const

/** What the panels of the map screen cover, so that the camera keeps clear of it. */
export function usePaddings(layout: {
  isNarrow: () => boolean
  hasPanel: () => boolean
  hasDrawer: () => boolean
  /** Pixels that the sheet of a phone, or its legend, covers. */
  sheetHeight: () => number
  /** Pixels that a replay covers at the bottom; null while there is none. */
  replayHeight: () => number | null
}) {
  return computed<Padding>(() => {
    const { gap, panel, drawer, tools, thumbTools, search } = LAYOUT
    const replay = layout.replayHeight()
    if (layout.isNarrow()) {
      const top = replay === null ? search + gap : 0
      return { top, left: 0, right: thumbTools + gap, bottom: replay ?? layout.sheetHeight() }
    }
    return {
      top: 0,
      bottom: replay === null ? 0 : replay + gap,
      left: replay !== null || layout.hasPanel() ? panel + 2 * gap : 0,
      right: (layout.hasDrawer() ? drawer + gap : 0) + tools + 2 * gap,
    }
  })
}
