import type { AreaMapping } from '../../importing/mapping/area-mapping.ts'

/** Where areas go: under one that is here, or into a tree of their own. */
export interface AreaTarget {
  kind: 'under' | 'new_root'
  parentId: number
  newRoot: NonNullable<AreaMapping['newRoot']>
}
