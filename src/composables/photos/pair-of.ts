import type { Photo } from '../../domain/photo.ts'

/** What to compare: the first photo of before with the latest of after; null while one of them is missing. `photos` are in the order of time. */
export function pairOf(photos: readonly Photo[]): { before: Photo; after: Photo } | null {
  const before = photos.find(({ kind }) => kind === 'before')
  const after = photos.findLast(({ kind }) => kind === 'after')
  return before && after ? { before, after } : null
}
