import type { BasemapSlot } from './drawing.ts'

/** Each slot of a basemap ends right below a layer of the product. */
export const SLOT_ENDS_BELOW: Readonly<Record<BasemapSlot, string>> = {
  ground: 'area-fill',
  lines: 'area-outside',
  labels: 'places-many',
}
