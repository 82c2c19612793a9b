import { shallowRef, triggerRef } from 'vue'
import { Outage, type OutageReason } from '../../data/errors.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Result } from '../../domain/result.ts'
import { emptyReport, type ImportReport } from '../../importing/running/import-report.ts'
import type { ImportRun } from '../../importing/running/run-batches.ts'

/** What an import is doing, and how it ended. */
export type RunState = 'idle' | 'running' | 'done' | 'stopped' | 'refused' | 'failed'

/** The parts of a run that are the same for both kinds of file. */
export type RunFrame = Pick<ImportRun, 'report' | 'signal' | 'onProgress'>

/** One import or dry run under way: its report at any moment, how it ended, and a way to stop it after a batch. */
export function useRun() {
  const state = shallowRef<RunState>('idle')
  const report = shallowRef<ImportReport>(emptyReport())
  const refusal = shallowRef<Refusal | null>(null)
  const outage = shallowRef<OutageReason | null>(null)
  const isStopping = shallowRef(false)
  let stopper = new AbortController()

  /** Runs the work; an earlier run that is still under way is stopped and forgotten. */
  async function start(work: (frame: RunFrame) => Promise<Result<unknown, Refusal>>): Promise<void> {
    stopper.abort()
    const mine = new AbortController()
    stopper = mine
    const isMine = () => stopper === mine
    const filling = emptyReport()
    report.value = filling
    refusal.value = null
    outage.value = null
    isStopping.value = false
    state.value = 'running'
    const onProgress = () => {
      if (isMine()) triggerRef(report)
    }
    try {
      const ended = await work({ report: filling, signal: mine.signal, onProgress })
      if (!isMine()) return
      refusal.value = ended.ok ? null : ended.error
      state.value = !ended.ok ? 'refused' : mine.signal.aborted ? 'stopped' : 'done'
    } catch (error) {
      if (!isMine()) return
      if (!(error instanceof Outage)) throw error
      outage.value = error.reason
      state.value = 'failed'
    } finally {
      onProgress()
    }
  }

  /** Stops after the batch under way; what was written stays. */
  function stop(): void {
    isStopping.value = state.value === 'running'
    stopper.abort()
  }

  /** Forgets everything; a run under way is stopped. */
  function reset(): void {
    stopper.abort()
    stopper = new AbortController()
    state.value = 'idle'
    report.value = emptyReport()
  }

  return { state, report, refusal, outage, isStopping, start, stop, reset }
}
