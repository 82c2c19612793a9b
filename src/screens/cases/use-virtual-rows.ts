import { useElementSize, useEventListener } from '@vueuse/core'
import { computed, ref, type Ref } from 'vue'

/** Rows above and below what is seen: a quick turn of the wheel finds them drawn. */
const SPARE = 8

/** Which of many rows of one height are drawn: from `first` to before `end`, with so many pixels of nothing above and below. */
export interface VirtualRows {
  first: number
  end: number
  above: number
  below: number
}

/** The rows to draw in a box that is scrolled to `top` and shows `height` pixels. */
export function virtualRows(count: number, rowHeight: number, top: number, height: number): VirtualRows {
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight) - SPARE))
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + SPARE)
  return { first, end, above: first * rowHeight, below: Math.max(0, count - end) * rowHeight }
}

/** The rows of a list that its scrolled box has to draw. */
export function useVirtualRows(box: Ref<HTMLElement | null>, count: () => number, rowHeight: () => number) {
  const { height } = useElementSize(box)
  const y = ref(0)
  useEventListener(box, 'scroll', () => (y.value = box.value?.scrollTop ?? 0), { passive: true })
  const drawn = computed(() => virtualRows(count(), rowHeight(), y.value, height.value || 600))

  /** Scrolls a row into what the header leaves free. */
  function scrollTo(index: number, headerHeight: number): void {
    if (!box.value) return
    const top = index * rowHeight()
    const room = box.value.clientHeight - headerHeight
    if (top < box.value.scrollTop) box.value.scrollTop = top
    else if (top + rowHeight() > box.value.scrollTop + room) box.value.scrollTop = top + rowHeight() - room
  }

  return { drawn, scrollTo }
}
