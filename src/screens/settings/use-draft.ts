import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'

/**
 * A copy of what is stored, to be changed. While nothing is changed it follows what is stored; once something is, it stays as it
 * was written, whatever comes from elsewhere.
 */
export function useDraft<T>(stored: () => T): { draft: Ref<T>; isDirty: ComputedRef<boolean>; reset: () => void } {
  const text = computed(() => JSON.stringify(stored()))
  const draft = ref(JSON.parse(text.value)) as Ref<T>
  const isDirty = computed(() => JSON.stringify(draft.value) !== text.value)

  function reset(): void {
    draft.value = JSON.parse(text.value) as T
  }

  watch(text, (_, before) => {
    if (JSON.stringify(draft.value) === before) reset()
  })
  return { draft, isDirty, reset }
}
