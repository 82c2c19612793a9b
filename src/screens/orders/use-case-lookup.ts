import { useFormat } from '../../composables/use-format.ts'
import { fetchCasePage } from '../../data/cases.ts'
import type { CaseFilter, CaseRow } from '../../domain/case-row.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { useCatalogueStore } from '../../stores/catalogue.ts'
import { useSessionStore } from '../../stores/session.ts'
import type { ListedCase } from './order-template.ts'

/** An order lists no more. */
const MOST_CASES = 200
/** More would be a list to read, not a choice. */
const MATCHES = 8

/** Finds cases: by their numbers, in the order of these, or by words of title and address, newest first. What the person does not see is missing. */
export function useCaseLookup(): {
  byNos: (nos: number[]) => Promise<Result<ListedCase[], Refusal>>
  byText: (text: string) => Promise<Result<ListedCase[], Refusal>>
} {
  const session = useSessionStore()
  const catalogue = useCatalogueStore()
  const format = useFormat()

  function listed(row: CaseRow): ListedCase {
    const category = catalogue.categoryById.get(row.categoryId)
    const area = row.areaId === null ? undefined : catalogue.areaById.get(row.areaId)
    return {
      no: row.no,
      title: row.title ?? (category ? format.name(category) : ''),
      place: [area ? format.name(area) : '', row.address].filter(Boolean).join(' '),
      unitId: row.unitId,
      state: row.state,
      isOpen: row.endReason === null,
      thumbPath: row.thumbPath,
      note: '',
    }
  }

  async function page(asked: Omit<CaseFilter, 'root'>, limit: number): Promise<Result<CaseRow[], Refusal>> {
    const root = session.root?.id
    if (root === undefined) return ok([])
    const order = { sort: 'reported', isDescending: true } as const
    const found = await fetchCasePage(session.client, { root, ...asked }, order, null, limit)
    return found.ok ? ok(found.value.rows) : found
  }

  async function byNos(nos: number[]): Promise<Result<ListedCase[], Refusal>> {
    if (nos.length === 0) return ok([])
    const found = await page({ nos }, MOST_CASES)
    if (!found.ok) return found
    const byNo = new Map(found.value.map((row) => [row.no, row]))
    return ok(nos.flatMap((no) => byNo.get(no) ?? []).map(listed))
  }

  async function byText(text: string): Promise<Result<ListedCase[], Refusal>> {
    const found = await page({ view: 'all', text: text.trim() }, MATCHES)
    return found.ok ? ok(found.value.map(listed)) : found
  }

  return { byNos, byText }
}
