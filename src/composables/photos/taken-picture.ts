import type { PhotoFacts, PhotoSource } from '../../domain/photo.ts'

/** A file on its way to become a photo; what it does not say itself (EXIF) may be known by whoever took it. */
export interface TakenPicture {
  file: File
  source: PhotoSource
  known?: Partial<Pick<PhotoFacts, 'takenAt' | 'takenLng' | 'takenLat'>>
}
