import { computed, ref, shallowRef, watch } from 'vue'
import { useRequest } from '../../composables/use-request.ts'
import { advanceCases, fetchStepsInCommon, STEPS_AT_ONCE } from '../../data/cases.ts'
import { Outage, type OutageReason } from '../../data/errors.ts'
import type { StepInput } from '../../data/hotspots.ts'
import type { CommonStep } from '../../data/shapes/cases.ts'
import { bulkSteps, type BulkStep } from '../../domain/bulk-step.ts'
import type { CaseRow } from '../../domain/case-row.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { useSessionStore } from '../../stores/session.ts'

/** What came of a step on many cases: how many are done, and each that was refused with its reason. */
export interface BulkOutcome {
  done: number
  refused: { no: number; refusal: Refusal }[]
}

/** One step on all the chosen cases: what is on offer for them together, the taking of it, and what came of each. */
export function useBulk(chosen: () => readonly CaseRow[], onTaken: (done: number[], refused: number[]) => void) {
  const session = useSessionStore()
  const { state, value: offered, ask } = useRequest<CommonStep[]>()
  const opened = shallowRef<BulkStep | null>(null)
  const outcome = shallowRef<BulkOutcome | null>(null)
  const refusal = shallowRef<Refusal | null>(null)
  const outage = ref<OutageReason | null>(null)
  const isBusy = ref(false)
  const isTooMany = computed(() => chosen().length > STEPS_AT_ONCE)
  const steps = computed(() => bulkSteps(offered.value ?? [], chosen().length))

  const versions = () =>
    chosen()
      .map(({ no, version }) => `${no}/${version}`)
      .join()
  watch(
    versions,
    (now, before) => {
      opened.value = null
      if (before !== undefined && now !== '' && !isBusy.value && outcome.value?.refused.length !== chosen().length)
        outcome.value = null
      const nos = chosen().map(({ no }) => no)
      if (nos.length > 0 && !isTooMany.value)
        void ask((signal) => fetchStepsInCommon(session.client, nos, signal), state.value === 'ready')
    },
    { immediate: true },
  )

  async function take(step: BulkStep, input: StepInput): Promise<void> {
    const cases = [...chosen()]
    isBusy.value = true
    outage.value = refusal.value = outcome.value = null
    try {
      const result = await advanceCases(session.client, cases, step.step, input)
      if (!result.ok) {
        refusal.value = result.error
        return
      }
      const refused = result.value.flatMap((each, at) =>
        each.ok || !cases[at] ? [] : [{ no: cases[at].no, refusal: { code: each.code } }],
      )
      const isRefused = new Set(refused.map(({ no }) => no))
      const done = cases.map(({ no }) => no).filter((no) => !isRefused.has(no))
      opened.value = null
      outcome.value = { done: done.length, refused }
      onTaken(done, [...isRefused])
    } catch (error) {
      if (!(error instanceof Outage)) throw error
      outage.value = error.reason
    } finally {
      isBusy.value = false
    }
  }

  return { state, steps, opened, outcome, refusal, outage, isBusy, isTooMany, take }
}
