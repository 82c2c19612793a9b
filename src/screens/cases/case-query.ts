import { CASE_SORTS, type CaseFilter, type CaseOrder, type CaseSort } from '../../domain/case-row.ts'
import { isCaseView, type CaseView } from '../../domain/case-view.ts'
import { STATUS_GROUPS, statesOfGroup, type StatusGroup } from '../../domain/status-group.ts'
import { addDays, isDay, startOfDay, type Day } from '../../domain/zoned-day.ts'

/** What the ledger shows, as far as a link can carry it; null is "not restricted". */
export interface CaseChoice {
  /** Null is whichever view is the person's own: its work where it has some. */
  view: CaseView | null
  /** 0 is "in no area". */
  area: number | null
  /** 0 is "no campaign". */
  campaign: number | null
  categories: number[]
  groups: StatusGroup[]
  /** 0 is "no unit". */
  unit: number | null
  from: Day | null
  /** The last day that is included. */
  to: Day | null
  text: string
  /** Exactly these cases, as a notice or a letter names them; empty is "not restricted". */
  nos: number[]
  /** Null is the order of the view. */
  order: CaseOrder | null
  /** The case that stands open beside the list. */
  selected: number | null
}

/** Query values as the router hands them out. */
type Query = Record<string, string | null | (string | null)[] | undefined>

/** The ledger before anybody has chosen anything. */
export function emptyChoice(): CaseChoice {
  return {
    view: null,
    area: null,
    campaign: null,
    categories: [],
    groups: [],
    unit: null,
    from: null,
    to: null,
    text: '',
    nos: [],
    order: null,
    selected: null,
  }
}

/** What an address asks for; a part that cannot be read is left at its default, so that an old link still opens. */
export function choiceOfQuery(query: Query): CaseChoice {
  const text = (key: string) => [query[key]].flat()[0] ?? ''
  const number = (key: string) => (/^\d{1,15}$/.test(text(key)) ? Number(text(key)) : null)
  const day = (key: string) => (isDay(text(key)) ? text(key) : null)
  const numbers = (key: string) =>
    text(key)
      .split(',')
      .filter((each) => /^\d{1,15}$/.test(each))
      .map(Number)
  const [sort = '', direction] = text('sort').split('-')
  const view = text('view')
  const isSort = (CASE_SORTS as readonly string[]).includes(sort)
  return {
    view: isCaseView(view) ? view : null,
    area: number('area'),
    campaign: number('campaign'),
    categories: numbers('cats'),
    groups: STATUS_GROUPS.filter((each) => text('states').split(',').includes(each)),
    unit: number('unit'),
    from: day('from'),
    to: day('to'),
    text: text('text'),
    nos: numbers('nos'),
    order: isSort ? { sort: sort as CaseSort, isDescending: direction !== 'up' } : null,
    selected: number('sel'),
  }
}

/** The address of what is shown; defaults are left out, so that the link stays short. `choiceOfQuery` reads it back. */
export function queryOfChoice(choice: CaseChoice): Record<string, string> {
  const { order } = choice
  const parts: Record<string, string | number | null> = {
    view: choice.view,
    campaign: choice.campaign,
    area: choice.area,
    cats: choice.categories.join() || null,
    states: choice.groups.join() || null,
    unit: choice.unit,
    from: choice.from,
    to: choice.to,
    text: choice.text || null,
    nos: choice.nos.join() || null,
    sort: order && `${order.sort}-${order.isDescending ? 'down' : 'up'}`,
    sel: choice.selected,
  }
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])),
  )
}

/** The question to the database behind what is shown. */
export function filterOfChoice(choice: CaseChoice, view: CaseView, root: { id: number; timeZone: string }): CaseFilter {
  const { area, campaign, categories, groups, unit, from, to, nos } = choice
  const text = choice.text.trim()
  return {
    root: root.id,
    view,
    ...(area !== null && { area }),
    ...(campaign !== null && { campaign }),
    ...(categories.length > 0 && { categories }),
    ...(groups.length > 0 && { states: groups.flatMap(statesOfGroup) }),
    ...(unit !== null && { unit }),
    ...(from !== null && { from: startOfDay(from, root.timeZone) }),
    ...(to !== null && { to: startOfDay(addDays(to, 1), root.timeZone) }),
    ...(text !== '' && { text }),
    ...(nos.length > 0 && { nos }),
  }
}

/** True when something narrows a view down. */
export function isNarrowed(choice: CaseChoice): boolean {
  const { area, campaign, unit, from, to, categories, groups, text, nos } = choice
  return (
    [area, campaign, unit, from, to].some((each) => each !== null) ||
    categories.length + groups.length + nos.length > 0 ||
    text.trim() !== ''
  )
}

const DUE_FIRST: readonly CaseView[] = ['mine', 'overdue', 'due_soon']

/** The order in which a view is worked off: by deadline where that is what presses, else newest first. */
export function orderOfView(view: CaseView): CaseOrder {
  return DUE_FIRST.includes(view) ? { sort: 'due', isDescending: false } : { sort: 'reported', isDescending: true }
}
