import type { Found } from '../../../domain/search/found.ts'
import type { StatusGroup } from '../../../domain/status-group.ts'

/** A line of the results; `recent` fills the box instead of going somewhere. */
export interface SearchOption {
  id: string
  title: string
  detail: string
  icon: 'area' | 'place' | 'point' | 'recent' | StatusGroup
  goes: Found | null
}

/** Lines under one heading. */
export interface SearchGroup {
  key: 'areas' | 'places' | 'hotspots' | 'points' | 'recent'
  options: SearchOption[]
}
