import type { PhotoHint } from '../../domain/photo.ts'

/** What is only missing weighs less than what does not fit. */
const MILD: readonly PhotoHint[] = ['no_time', 'no_place', 'from_file']

/** `grave` hints are shown beside the photo in a colour of their own. */
export function hintTone(hint: PhotoHint): 'grave' | 'mild' {
  return MILD.includes(hint) ? 'mild' : 'grave'
}
