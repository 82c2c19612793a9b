import { computed, shallowRef, watch } from 'vue'
import { useMapViewStore } from '../../stores/map-view.ts'
import { useSessionStore } from '../../stores/session.ts'
import { dayOf } from '../../domain/zoned-day.ts'
import type { useMapChoice } from './use-map-choice.ts'

/** Whether the map plays back what was; a replay and a drawer with details of now exclude each other. */
export function useReplay(choice: ReturnType<typeof useMapChoice>) {
  const session = useSessionStore()
  const store = useMapViewStore()
  const isOpen = computed(() => store.view.replay !== null)
  /** What the replay colours the areas by, and how much of the map it covers; null while there is none. */
  const shares = shallowRef<ReadonlyMap<number, number | null> | null>(null)
  const height = shallowRef<number | null>(null)

  function toggle(): void {
    if (isOpen.value) return close()
    choice.close()
    store.change({ replay: dayOf(new Date(), session.root?.timeZone ?? 'Asia/Shanghai') })
  }

  function close(): void {
    store.change({ replay: null })
  }

  watch(choice.isOpen, (isChosen) => isChosen && isOpen.value && close())
  watch(
    isOpen,
    (open) => {
      shares.value = null
      height.value = open ? 0 : null
    },
    { immediate: true },
  )
  return { isOpen, shares, height, toggle, close }
}
