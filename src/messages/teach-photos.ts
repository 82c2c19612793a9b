import { LOCALES } from './define-messages.ts'
import { i18n } from './i18n.ts'
import { photos } from './photos.ts'

/** Adds the sentences of photos, which the first load does without: for every part to call that shows one of them. */
export function teachPhotos(): void {
  for (const locale of LOCALES) i18n.global.mergeLocaleMessage(locale, { photos: photos[locale] })
}
