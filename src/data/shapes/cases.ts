import * as v from 'valibot'
import type { CaseRow } from '../../domain/case-row.ts'
import { CASE_VIEWS } from '../../domain/case-view.ts'
import { isRefusalCode, type RefusalCode } from '../../domain/refusal.ts'
import { HOTSPOT_SOURCES } from '../../domain/source.ts'
import { StateShape } from './hotspot.ts'

const Text = v.nullable(v.string())
const Id = v.nullable(v.number())
const Precision = v.picklist(['second', 'day'])

const CaseRowShape: v.GenericSchema<unknown, CaseRow> = v.object({
  no: v.number(),
  id: v.string(),
  state: StateShape,
  version: v.number(),
  categoryId: v.number(),
  campaignId: Id,
  areaId: Id,
  unitId: Id,
  proposedUnitId: Id,
  title: Text,
  address: Text,
  lng: v.number(),
  lat: v.number(),
  source: v.picklist(HOTSPOT_SOURCES),
  urgent: v.boolean(),
  isRelapse: v.boolean(),
  endReason: v.nullable(v.picklist(['fixed', 'rejected', 'duplicate', 'transferred'])),
  reportedAt: v.string(),
  reportedPrecision: Precision,
  updatedAt: v.string(),
  dueAt: Text,
  closedAt: Text,
  closedPrecision: v.nullable(Precision),
  urgedCount: v.number(),
  returnedCount: v.number(),
  reworkedCount: v.number(),
  extendedCount: v.number(),
  thumbPath: Text,
})

/** What `case_page(…)` answers; `next` is where the following page starts. */
export const CasePageShape = v.object({
  rows: v.array(CaseRowShape),
  next: v.nullable(v.object({ no: v.number(), at: Text })),
})

/** What `case_counts(…)` answers; 10,000 means that many or more. No `mine` for whoever has nothing to do. */
export const CaseCountsShape = v.partial(v.object(v.entriesFromList(CASE_VIEWS, v.number())))

/** What `steps_in_common(…)` answers: words that the caller sorts out. */
export const CommonStepsShape = v.array(v.object({ step: v.string(), needs: v.array(v.string()), n: v.number() }))

const Code = v.custom<RefusalCode>(isRefusalCode)

/** What `advance_hotspots(…)` answers, in the order of the steps. */
export const StepResultsShape = v.array(
  v.variant('ok', [
    v.object({ ok: v.literal(true), id: v.string(), no: v.number(), state: StateShape, version: v.number() }),
    v.object({ ok: v.literal(false), id: v.string(), code: Code }),
  ]),
)

/** A view that a person has saved. */
export const SavedViewShape = v.object({ id: v.number(), name: v.string(), query: v.string() })

export type CasePage = v.InferOutput<typeof CasePageShape>
export type CaseCursor = NonNullable<CasePage['next']>
export type CaseCounts = v.InferOutput<typeof CaseCountsShape>
export type CommonStep = v.InferOutput<typeof CommonStepsShape>[number]
export type StepResult = v.InferOutput<typeof StepResultsShape>[number]
export type SavedView = v.InferOutput<typeof SavedViewShape>
