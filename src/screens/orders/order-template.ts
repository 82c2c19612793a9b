import type { CaseRow } from '../../domain/case-row.ts'
import type { Order } from '../../domain/order.ts'

/** A case in the form: what of it is shown there, and the remark. */
export interface ListedCase {
  no: number
  title: string
  place: string
  unitId: number | null
  state: CaseRow['state']
  isOpen: boolean
  thumbPath: string | null
  note: string
}

/** The cases of an order as the form lists them; `categoryOf` names what has no title. */
export function listedCasesOf(
  order: Order,
  name: (named: { name: string; nameEn: string | null }) => string,
): ListedCase[] {
  return order.content.cases.map((each) => ({
    no: each.no,
    title: each.title ?? name({ name: each.categoryName, nameEn: each.categoryNameEn }),
    place: [...each.areaChain.slice(1).map(name), each.address].filter(Boolean).join(' '),
    unitId: null,
    state: each.state,
    isOpen: each.isOpen,
    thumbPath: each.photos[0]?.thumbPath ?? null,
    note: each.note ?? '',
  }))
}
