import type { PhotoHint } from '../../domain/photo.ts'

/** Line icons of the photos: paths in a box of 16 × 16. */
export const PHOTO_ICONS = {
  camera: 'M2 5h3l1.2-2h3.6L11 5h3v8H2zM8 6.4a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z',
  picture: 'M2.5 3h11v10h-11zM2.5 10.5 6 7.5l3 2.7 2-1.7 2.5 2.2M10.5 5.6h.01',
  overlay: 'M2.5 2.5h8v8h-8zM5.5 5.5h8v8h-8z',
  close: 'm4 4 8 8m0-8-8 8',
  again: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.8v2.7h-2.7',
  previous: 'm10 3-5 5 5 5',
  next: 'm6 3 5 5-5 5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  save: 'M8 2.5v7.5M4.5 7 8 10.3 11.5 7M3 13.2h10',
  done: 'm3.5 8.5 3 3 6-7',
  warning: 'M8 2.2 14.2 13H1.8zM8 6.4v3.2M8 11.3h.01',
  compare: 'M8 2v12M2.5 4H6v8H2.5zM10 4h3.5v8H10z',
  same: 'M2.5 2.5h8v8h-8zM5.5 5.5h8v8h-8z',
  place: 'M8 14s4.5-4.2 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14zM8 5.2a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
  clock: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3.2l2.2 1.4',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
} as const

export type PhotoIconName = keyof typeof PHOTO_ICONS

/** The icon of each hint. */
export const HINT_ICONS: Record<PhotoHint, PhotoIconName> = {
  same_as_before: 'same',
  seen_before: 'same',
  far_from_case: 'place',
  old_photo: 'clock',
  no_time: 'clock',
  no_place: 'place',
  from_file: 'file',
}
