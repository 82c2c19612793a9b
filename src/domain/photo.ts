/** What a photo of a case is for; the step that brings it decides where it can. */
export const PHOTO_KINDS = ['before', 'after', 'revisit', 'other'] as const

export type PhotoKind = (typeof PHOTO_KINDS)[number]

/** Where a photo came from: taken for this step, or chosen from what was there. */
export const PHOTO_SOURCES = ['camera', 'file'] as const

export type PhotoSource = (typeof PHOTO_SOURCES)[number]

/** Reasons to look twice at a photo, the gravest first; they block nothing. */
export const PHOTO_HINTS = [
  'same_as_before',
  'seen_before',
  'far_from_case',
  'old_photo',
  'no_time',
  'no_place',
  'from_file',
] as const

export type PhotoHint = (typeof PHOTO_HINTS)[number]

/** A step takes no more photos than this. */
export const MOST_PHOTOS = 9

/** What is known of a picture before anybody has judged it; sizes in pixels and bytes, `dhash` as 16 hexadecimal digits. */
export interface PhotoFacts {
  width: number
  height: number
  bytes: number
  /** ISO 8601 with its offset; null when the camera did not say. */
  takenAt: string | null
  takenLng: number | null
  takenLat: number | null
  source: PhotoSource
  sha256: string
  dhash: string
}

/** An uploaded photo as a step names it (`photos` of its input). */
export interface PhotoInput extends PhotoFacts {
  id: string
  kind: PhotoKind
}

/** A photo of a case as it is shown; paths are those in the bucket. */
export interface Photo {
  id: string
  kind: PhotoKind
  eventId: number | null
  path: string
  thumbPath: string
  width: number
  height: number
  takenAt: string | null
  takenLng: number | null
  takenLat: number | null
  source: PhotoSource
  hints: PhotoHint[]
  /** Number of the case where the same picture had been used before; null when there is none, or the reader may not know it. */
  seenIn: number | null
  createdAt: string
  uploadedByMe: boolean
}
