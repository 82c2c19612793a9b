import { Outage, type OutageReason } from './errors.ts'

const PAUSES_MS = [500, 2000, 5000]

/** Being signed out does not pass by waiting. */
const PASSES: readonly OutageReason[] = ['unreachable', 'timeout', 'server']

/** Asks again after an outage, three times with growing pauses; for what is safe to repeat only. Throws the last one. */
export async function withRetries<T>(ask: () => Promise<T>): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof Outage) || !PASSES.includes(error.reason)) throw error
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
  return ask()
}
