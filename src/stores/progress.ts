import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { DataClient } from '../data/client.ts'
import { isAbort, Outage, type OutageReason } from '../data/errors.ts'
import { fetchProgressByArea } from '../data/progress.ts'
import type { ProgressByArea } from '../data/shapes/progress.ts'
import type { Refusal } from '../domain/refusal.ts'

/** Which progress is asked for: of the areas below `parentId`, in one campaign, in none (0) or in all (null). */
export interface ProgressQuestion {
  parentId: number
  campaign: number | null
}

export type ProgressState = 'idle' | 'loading' | 'ready' | 'refused' | 'failed'

/** Progress by area: the newest answer to the newest question. */
export const useProgressStore = defineStore('progress', () => {
  const state = ref<ProgressState>('idle')
  const answer = shallowRef<ProgressByArea | null>(null)
  const refusal = ref<Refusal | null>(null)
  const outage = ref<OutageReason | null>(null)
  let running: AbortController | null = null
  let answered: ProgressQuestion | null = null

  /**
   * Asks; an answer to the same question that is there stays on show meanwhile. Of several questions only the last one is
   * answered.
   */
  async function load(client: DataClient, question: ProgressQuestion): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    if (!isSame(question, answered)) state.value = 'loading'
    try {
      const result = await fetchProgressByArea(client, question.parentId, question.campaign, mine.signal)
      if (mine !== running) return
      if (result.ok) {
        answer.value = result.value
        answered = question
        outage.value = null
      } else {
        answered = null
        refusal.value = result.error
      }
      state.value = result.ok ? 'ready' : 'refused'
    } catch (error) {
      if (isAbort(error) || mine !== running) return
      if (!(error instanceof Outage)) throw error
      outage.value = error.reason
      if (!isSame(question, answered)) state.value = 'failed'
    }
  }

  return { state, answer, refusal, outage, load }
})

function isSame(a: ProgressQuestion, b: ProgressQuestion | null): boolean {
  return a.parentId === b?.parentId && a.campaign === b.campaign
}
