import type { CaseFilter, CaseOrder } from '../domain/case-row.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { Step } from '../domain/step.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import type { StepInput } from './hotspots.ts'
import {
  CaseCountsShape,
  CasePageShape,
  CommonStepsShape,
  StepResultsShape,
  type CaseCounts,
  type CaseCursor,
  type CasePage,
  type CommonStep,
  type StepResult,
} from './shapes/cases.ts'

/** Counts of the ledger end here: this many or more. */
export const CASE_COUNT_CAP = 5_000

/** At most so many cases are advanced with one question. */
export const STEPS_AT_ONCE = 200

/**
 * A page of the ledger, 1,000 cases at most; pass `next` as `after` for the following one. Refuses `filter_invalid`; throws an
 * `Outage`.
 */
export async function fetchCasePage(
  client: DataClient,
  filter: CaseFilter,
  { sort, isDescending }: CaseOrder,
  after: CaseCursor | null,
  limit: number,
  signal?: AbortSignal,
): Promise<Result<CasePage, Refusal>> {
  const from = after === null ? {} : { p_after: after }
  const request = client.rpc('case_page', {
    p_filter: { ...filter },
    p_sort: sort,
    p_descending: isDescending,
    p_limit: limit,
    ...from,
  })
  return outcomeOf(await (signal ? request.abortSignal(signal) : request), CasePageShape)
}

/** How many cases each view holds under a filter whose view does not count; throws an `Outage`. */
export async function fetchCaseCounts(
  client: DataClient,
  filter: CaseFilter,
  signal: AbortSignal,
): Promise<Result<CaseCounts, Refusal>> {
  const request = client.rpc('case_counts', { p_filter: { ...filter } })
  return outcomeOf(await request.abortSignal(signal), CaseCountsShape)
}

/** The steps that the caller may take on some of these cases, and on how many; throws an `Outage`. */
export async function fetchStepsInCommon(
  client: DataClient,
  nos: readonly number[],
  signal: AbortSignal,
): Promise<Result<CommonStep[], Refusal>> {
  const request = client.rpc('steps_in_common', { p_nos: nos.slice(0, STEPS_AT_ONCE) })
  return outcomeOf(await request.abortSignal(signal), CommonStepsShape)
}

/**
 * Takes one step on each of up to `STEPS_AT_ONCE` cases and answers for each in their order: a refused one leaves the others
 * done. Throws an `Outage`.
 */
export async function advanceCases(
  client: DataClient,
  cases: readonly { id: string; version: number }[],
  step: Step,
  input: StepInput,
): Promise<Result<StepResult[], Refusal>> {
  const steps = cases.map(({ id, version }) => ({ id, version, step, input }))
  return outcomeOf(await client.rpc('advance_hotspots', { p_steps: steps }), StepResultsShape)
}
