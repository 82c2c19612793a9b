import * as v from 'valibot'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { outcomeOf, type ApiResponse } from './errors.ts'

/** The API cuts longer answers off without a word, so a table is read page by page. */
const PAGE = 1000

/** All rows of a query that is ordered by something unique; `page(from, to)` asks for rows `from` to `to` inclusive. */
export async function readPages<S extends v.GenericSchema>(
  shape: S,
  page: (from: number, to: number) => PromiseLike<ApiResponse>,
): Promise<Result<v.InferOutput<S>[], Refusal>> {
  const rows: v.InferOutput<S>[] = []
  for (;;) {
    const result = outcomeOf(await page(rows.length, rows.length + PAGE - 1), v.array(shape))
    if (!result.ok) return result
    rows.push(...result.value)
    if (result.value.length < PAGE) return ok(rows)
  }
}
