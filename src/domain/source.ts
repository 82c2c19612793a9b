/** Where a hotspot was first heard of. */
export const HOTSPOT_SOURCES = [
  'officer',
  'inspection',
  'revisit',
  'hotline',
  'public',
  'video',
  'higher_level',
  'import',
] as const

export type HotspotSource = (typeof HOTSPOT_SOURCES)[number]
