import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { photoPaths } from './photo-path.ts'
import { uploadFile } from './upload-file.ts'
import { withRetries } from './with-retries.ts'

/** The two files of a photo and where they belong. */
export interface PhotoFiles {
  rootId: number
  hotspotId: string
  photoId: string
  picture: Blob
  thumb: Blob
}

/**
 * Uploads a photo and its small copy; a step names it afterwards (`photos` of its input). After an outage it tries again by itself, three
 * times; asked again for the same photo it goes on where it was. Refuses not_allowed, photo_too_large, photo_not_a_picture; throws an `Outage`.
 *
 * @param onProgress told the share that is sent, from 0 to 1
 */
export async function uploadPhoto(
  client: DataClient,
  { rootId, hotspotId, photoId, picture, thumb }: PhotoFiles,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Result<null, Refusal>> {
  const { path, thumbPath } = photoPaths(rootId, hotspotId, photoId)
  const total = picture.size + thumb.size
  const upload = (name: string, file: Blob, before: number) =>
    withRetries(() => uploadFile(client, name, file, signal, (sent) => onProgress((before + sent) / total)))
  const small = await upload(thumbPath, thumb, 0)
  return small.ok ? upload(path, picture, thumb.size) : small
}
