import type { HotspotState } from './status.ts'

/** The seven marks that the eleven states draw as, in the order of the tile columns and the legend. */
export const STATUS_GROUPS = ['todo', 'doing', 'review', 'done', 'source_done', 'paused', 'ended'] as const

export type StatusGroup = (typeof STATUS_GROUPS)[number]

const GROUP_BY_STATE: readonly StatusGroup[] = [
  'todo',
  'todo',
  'todo',
  'doing',
  'review',
  'done',
  'done',
  'ended',
  'ended',
  'ended',
  'paused',
  'source_done',
]

/** Ended hotspots (rejected, duplicate, transferred) are not drawn unless asked for. */
export const GROUPS_SHOWN_BY_DEFAULT: readonly StatusGroup[] = STATUS_GROUPS.filter((group) => group !== 'ended')

/** The mark that a state draws as. */
export function groupOfState(state: HotspotState): StatusGroup {
  return GROUP_BY_STATE[state]!
}

/** The states that draw as a mark, ascending. */
export function statesOfGroup(group: StatusGroup): HotspotState[] {
  return GROUP_BY_STATE.flatMap((each, state) => (each === group ? [state as HotspotState] : []))
}
