import { useEventListener } from '@vueuse/core'
import { computed, ref, type Ref } from 'vue'

const MOST = 8
const STEP = 1.5

/** Zoom and place of a picture in its frame: wheel, drag, double click, and by buttons; 1 fits the frame. */
export function useZoom(frame: Ref<HTMLElement | null>) {
  const scale = ref(1)
  const x = ref(0)
  const y = ref(0)
  let grip: { x: number; y: number } | null = null

  function hold(): void {
    const width = ((scale.value - 1) * (frame.value?.clientWidth ?? 0)) / 2
    const height = ((scale.value - 1) * (frame.value?.clientHeight ?? 0)) / 2
    x.value = Math.max(-width, Math.min(width, x.value))
    y.value = Math.max(-height, Math.min(height, y.value))
  }

  /** By a factor, keeping the point (from the frame's middle) where it is. */
  function zoom(factor: number, at = { x: 0, y: 0 }): void {
    const next = Math.max(1, Math.min(MOST, scale.value * factor))
    const by = next / scale.value
    x.value = at.x - (at.x - x.value) * by
    y.value = at.y - (at.y - y.value) * by
    scale.value = next
    hold()
  }

  function move(byX: number, byY: number): void {
    x.value += byX
    y.value += byY
    hold()
  }

  function reset(): void {
    scale.value = 1
    x.value = 0
    y.value = 0
  }

  function fromMiddle(event: MouseEvent): { x: number; y: number } {
    const box = frame.value?.getBoundingClientRect()
    return box
      ? { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 }
      : { x: 0, y: 0 }
  }

  useEventListener(frame, 'wheel', (event: WheelEvent) => {
    event.preventDefault()
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, fromMiddle(event))
  })
  useEventListener(frame, 'dblclick', (event: MouseEvent) => (scale.value > 1 ? reset() : zoom(3, fromMiddle(event))))
  useEventListener(frame, 'pointerdown', (event: PointerEvent) => {
    if (scale.value === 1 || event.button !== 0) return
    grip = { x: event.clientX, y: event.clientY }
    frame.value?.setPointerCapture(event.pointerId)
  })
  useEventListener(frame, 'pointermove', (event: PointerEvent) => {
    if (!grip) return
    move(event.clientX - grip.x, event.clientY - grip.y)
    grip = { x: event.clientX, y: event.clientY }
  })
  useEventListener(frame, ['pointerup', 'pointercancel'], () => (grip = null))

  const transform = computed(() => `translate(${x.value}px, ${y.value}px) scale(${scale.value})`)
  const isZoomed = computed(() => scale.value > 1)
  return { transform, isZoomed, move, reset, zoomIn: () => zoom(STEP), zoomOut: () => zoom(1 / STEP) }
}
