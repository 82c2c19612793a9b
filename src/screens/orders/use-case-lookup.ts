import { useFormat } from '../../composables/use-format.ts'
import { fetchCasePage } from '../../data/cases.ts'
import type { CaseRow } from '../../domain/case-row.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { useCatalogueStore } from '../../stores/catalogue.ts'
import { useSessionStore } from '../../stores/session.ts'
import type { ListedCase } from './order-template.ts'

/** Finds cases by their numbers, in the order of the numbers; those that the person does not see are missing. */
export function useCaseLookup(): (nos: number[]) => Promise<Result<ListedCase[], Refusal>> {
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

  return async (nos) => {
    const root = session.root?.id
    if (root === undefined || nos.length === 0) return ok([])
    const order = { sort: 'reported', isDescending: true } as const
    const page = await fetchCasePage(session.client, { root, nos }, order, null, 200)
    if (!page.ok) return page
    const byNo = new Map(page.value.rows.map((row) => [row.no, row]))
    return ok(nos.flatMap((no) => byNo.get(no) ?? []).map(listed))
  }
}
