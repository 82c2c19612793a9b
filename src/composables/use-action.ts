import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { Outage, type OutageReason } from '../data/errors.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'

/** A deed whose outcome is shown: `run` gives its value, or null when it was refused or nothing answered. */
export function useAction(): {
  isBusy: Ref<boolean>
  refusal: ShallowRef<Refusal | null>
  outage: Ref<OutageReason | null>
  run: <T>(deed: () => Promise<Result<T, Refusal>>) => Promise<T | null>
} {
  const isBusy = ref(false)
  const refusal = shallowRef<Refusal | null>(null)
  const outage = ref<OutageReason | null>(null)

  async function run<T>(deed: () => Promise<Result<T, Refusal>>): Promise<T | null> {
    isBusy.value = true
    refusal.value = null
    outage.value = null
    try {
      const result = await deed()
      if (result.ok) return result.value
      refusal.value = result.error
    } catch (error) {
      if (!(error instanceof Outage)) throw error
      outage.value = error.reason
    } finally {
      isBusy.value = false
    }
    return null
  }

  return { isBusy, refusal, outage, run }
}
