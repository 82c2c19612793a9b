import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** What a screen holds that nobody has saved yet: whoever takes the person away from it asks first. */
export const useUnsavedStore = defineStore('unsaved', () => {
  const guard = shallowRef<(() => Promise<boolean>) | null>(null)

  /** True when nothing would be lost, or the person says that it may be. */
  async function mayLeave(): Promise<boolean> {
    return guard.value === null || guard.value()
  }

  return { guard, mayLeave }
})
