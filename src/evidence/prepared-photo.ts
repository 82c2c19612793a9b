import type { PhotoFacts } from '../domain/photo.ts'

/** A photo ready to be uploaded: two JPEGs without EXIF, and what is known of it. */
export interface PreparedPhoto {
  picture: Blob
  thumb: Blob
  facts: Omit<PhotoFacts, 'source'>
}
