import { exifInstant } from './exif-instant.ts'

/** When and where a camera says that it took a picture; degrees, WGS 84. */
export interface ExifFacts {
  takenAt: string | null
  takenLng: number | null
  takenLat: number | null
}

const NOTHING: ExifFacts = { takenAt: null, takenLng: null, takenLat: null }

/**
 * Reads time and place from the first bytes of a file. A picture without them, or with broken ones, is a picture all the same: everything is
 * null then.
 *
 * @param head up to 256 kB: EXIF stands before the picture
 */
export async function readExif(head: Uint8Array): Promise<ExifFacts> {
  const { default: exifr } = await import('exifr')
  const tags = await exifr
    .parse(head, {
      tiff: true,
      ifd0: { pick: ['DateTime', 'ModifyDate'] },
      exif: { pick: ['DateTimeOriginal', 'OffsetTimeOriginal'] },
      gps: true,
      reviveValues: false,
    })
    // A camera of any make may have written anything; exifr throws for what it cannot follow.
    .then(
      (parsed: unknown) => parsed as Record<string, unknown> | undefined,
      () => undefined,
    )
  if (!tags) return NOTHING
  return { takenAt: exifInstant(tags.DateTimeOriginal, tags.OffsetTimeOriginal), ...placeIn(tags) }
}

function placeIn({ latitude, longitude }: Record<string, unknown>): Pick<ExifFacts, 'takenLng' | 'takenLat'> {
  const isPlace =
    typeof latitude === 'number' &&
    typeof longitude === 'number' &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    // A phone that had no fix yet writes zeros.
    !(latitude === 0 && longitude === 0)
  return isPlace ? { takenLng: longitude, takenLat: latitude } : { takenLng: null, takenLat: null }
}
