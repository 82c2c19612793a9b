import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { isAbort, Outage, type OutageReason } from '../data/errors.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'

export type RequestState = 'idle' | 'loading' | 'ready' | 'refused' | 'failed'

/** A question to the backend whose latest answer counts. */
export interface RequestOf<T> {
  state: Ref<RequestState>
  value: ShallowRef<T | null>
  refusal: ShallowRef<Refusal | null>
  outage: Ref<OutageReason | null>
  /** Asks; an answer to an older question is dropped. `quietly` keeps what is shown until the new answer is there. */
  ask(question: (signal: AbortSignal) => Promise<Result<T, Refusal>>, quietly?: boolean): Promise<void>
  forget(): void
}

/** States of one question: loading, its value, its refusal, or the outage that kept the answer from coming. */
export function useRequest<T>(): RequestOf<T> {
  const state = ref<RequestState>('idle')
  const value = shallowRef<T | null>(null)
  const refusal = shallowRef<Refusal | null>(null)
  const outage = ref<OutageReason | null>(null)
  let current: AbortController | null = null

  async function ask(question: (signal: AbortSignal) => Promise<Result<T, Refusal>>, quietly = false) {
    current?.abort()
    const mine = (current = new AbortController())
    if (!quietly || state.value !== 'ready') state.value = 'loading'
    try {
      const result = await question(mine.signal)
      if (mine.signal.aborted) return
      value.value = result.ok ? result.value : null
      refusal.value = result.ok ? null : result.error
      state.value = result.ok ? 'ready' : 'refused'
    } catch (error) {
      if (mine.signal.aborted || isAbort(error)) return
      if (!(error instanceof Outage)) throw error
      outage.value = error.reason
      // What is shown already stays: it is older, but the header says so.
      if (!quietly || state.value !== 'ready') state.value = 'failed'
    }
  }

  function forget() {
    current?.abort()
    state.value = 'idle'
    value.value = null
    refusal.value = null
  }

  onScopeDispose(() => current?.abort())
  return { state, value, refusal, outage, ask, forget }
}
