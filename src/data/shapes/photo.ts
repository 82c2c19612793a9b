import * as v from 'valibot'
import { PHOTO_HINTS, PHOTO_KINDS, PHOTO_SOURCES, type Photo } from '../../domain/photo.ts'

const Degrees = v.nullable(v.number())

/** A photo of a case as `hotspot_detail` answers it (`private.photos_json`). */
export const PhotoShape: v.GenericSchema<unknown, Photo> = v.object({
  id: v.string(),
  kind: v.picklist(PHOTO_KINDS),
  eventId: v.nullable(v.number()),
  path: v.string(),
  thumbPath: v.string(),
  width: v.number(),
  height: v.number(),
  takenAt: v.nullable(v.string()),
  takenLng: Degrees,
  takenLat: Degrees,
  source: v.picklist(PHOTO_SOURCES),
  hints: v.array(v.picklist(PHOTO_HINTS)),
  seenIn: v.nullable(v.number()),
  createdAt: v.string(),
  uploadedByMe: v.boolean(),
})
