import { useEventListener, useIntervalFn } from '@vueuse/core'
import { computed, ref } from 'vue'

export const SPEEDS = [1, 2, 4] as const
const STEP_MS = 600

/** Goes through the steps of a replay by itself, and stops at the last one and when nobody looks. */
export function usePlayer(steps: () => number) {
  const step = ref(0)
  const speed = ref<(typeof SPEEDS)[number]>(1)
  const isAtEnd = computed(() => step.value >= steps() - 1)

  const { isActive, pause, resume } = useIntervalFn(
    () => {
      step.value = Math.min(steps() - 1, step.value + 1)
      if (isAtEnd.value) pause()
    },
    computed(() => STEP_MS / speed.value),
    { immediate: false },
  )

  function play(): void {
    if (isAtEnd.value) step.value = 0
    if (steps() > 1) resume()
  }

  function toggle(): void {
    if (isActive.value) pause()
    else play()
  }

  /** Goes to a step and stays there. */
  function goTo(next: number): void {
    pause()
    step.value = Math.min(Math.max(0, next), Math.max(0, steps() - 1))
  }

  function faster(): void {
    speed.value = SPEEDS[(SPEEDS.indexOf(speed.value) + 1) % SPEEDS.length] ?? 1
  }

  useEventListener(document, 'visibilitychange', () => document.hidden && pause())
  return { step, speed, isPlaying: isActive, isAtEnd, toggle, goTo, faster, pause }
}
