import { until } from '@vueuse/core'
import { computed, ref, shallowRef } from 'vue'
import { Outage, type OutageReason } from '../../data/errors.ts'
import { hotspotOfConflict } from '../../data/hotspot-of-conflict.ts'
import { advanceHotspot, type StepInput } from '../../data/hotspots.ts'
import type { Hotspot, HotspotDetail } from '../../domain/hotspot.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { OfferedStep } from '../../domain/step.ts'
import { useSessionStore } from '../../stores/session.ts'

/** As long as the steps of the old state are kept from being pressed; a fetch that fails lets them go, and the database says no. */
const CATCH_UP_MS = 10_000

/**
 * Taking a step on the hotspot that is shown. While the form of a step is open and the hotspot changes underneath, by a
 * live message or by a refused version, `changed` holds what it was; nothing is sent until the person goes on from there.
 */
export function useSteps(detail: () => HotspotDetail, onTaken: (hotspot: Hotspot) => void, reload: () => void) {
  const session = useSessionStore()
  const opened = shallowRef<{ step: OfferedStep; seen: Hotspot } | null>(null)
  const current = shallowRef<Hotspot | null>(null)
  const refusal = shallowRef<Refusal | null>(null)
  const outage = ref<OutageReason | null>(null)
  const isBusy = ref(false)

  /** The newest state that is known: the answer to a step, or to a conflict, may know more than the detail. */
  const latest = computed(() => {
    const shown = detail().hotspot
    return current.value?.id === shown.id && current.value.version > shown.version ? current.value : shown
  })
  const isBehind = computed(() => latest.value !== detail().hotspot)
  const changed = computed(() => {
    const seen = opened.value?.seen
    // What changes while a step is on its way is as a rule that step, told by a live message before the answer is there.
    return !isBusy.value && seen && seen.version !== latest.value.version ? { before: seen, now: latest.value } : null
  })

  function open(step: OfferedStep): void {
    refusal.value = outage.value = null
    opened.value = { step, seen: latest.value }
  }

  function close(): void {
    opened.value = null
    refusal.value = outage.value = null
  }

  /** Goes on from what is there now; a step that it no longer offers is closed. */
  function goOn(): void {
    const step = detail().steps.find((each) => each.step === opened.value?.step.step)
    refusal.value = null
    opened.value = step ? { step, seen: latest.value } : null
  }

  async function take(input: StepInput): Promise<void> {
    const asked = opened.value
    if (!asked || isBusy.value || changed.value) return
    isBusy.value = true
    refusal.value = outage.value = null
    try {
      const { id, version } = asked.seen
      const result = await advanceHotspot(session.client, id, asked.step.step, version, input)
      if (result.ok) {
        opened.value = null
        current.value = result.value
        onTaken(result.value)
      } else {
        current.value = hotspotOfConflict(result.error)
        if (!current.value) refusal.value = result.error
      }
      reload()
      if (result.ok) await until(isBehind).toBe(false, { timeout: CATCH_UP_MS })
    } catch (error) {
      if (!(error instanceof Outage)) throw error
      outage.value = error.reason
    } finally {
      isBusy.value = false
    }
  }

  return { opened, changed, refusal, outage, isBusy, open, close, goOn, take }
}
