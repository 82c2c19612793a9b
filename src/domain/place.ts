/** Kinds of things that stand on the map and are not problems. */
export const PLACE_KINDS = [
  'village_seat',
  'market',
  'school',
  'government',
  'service_station',
  'park',
  'inspection_site',
  'clinic',
  'waste_station',
  'bus_stop',
  'other',
] as const

export type PlaceKind = (typeof PLACE_KINDS)[number]
