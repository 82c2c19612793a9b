/** Why a file cannot become a photo; each has its sentence, which says what to do. */
export const PHOTO_PROBLEMS = [
  'heic',
  'tiff',
  'svg',
  'gif',
  'not_a_picture',
  'empty',
  'too_large',
  'unreadable',
] as const

export type PhotoProblem = (typeof PHOTO_PROBLEMS)[number]
