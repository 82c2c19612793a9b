import { teach } from './i18n.ts'
import { photos } from './photos.ts'

/** Adds the sentences of photos, which the first load does without: for every part to call that shows one of them. */
export function teachPhotos(): void {
  teach('photos', photos)
}
