import type { DataClient } from '../../data/client.ts'
import { Outage } from '../../data/errors.ts'
import { photoUrl } from '../../data/photo-urls.ts'
import type { OrderDocument } from '../../documents/order-document.ts'
import type { DocumentPicture } from '../../documents/order-docx.ts'

/**
 * The photos of a document by their path. Those that the caller may not see or that cannot be had are missing: a document
 * without a picture is better than none.
 */
export async function fetchPictures(
  client: DataClient,
  { cases }: OrderDocument,
): Promise<{ pictures: Map<string, DocumentPicture>; missing: number }> {
  const photos = cases.flatMap((each) => each.photos)
  const pictures = new Map<string, DocumentPicture>()
  await Promise.all(
    photos.map(async ({ path, width, height }) => {
      const bytes = await bytesOf(client, path)
      if (bytes) pictures.set(path, { type: isPng(bytes) ? 'png' : 'jpg', bytes, width, height })
    }),
  )
  return { pictures, missing: photos.length - pictures.size }
}

async function bytesOf(client: DataClient, path: string): Promise<Uint8Array | null> {
  try {
    const url = await photoUrl(client, path)
    if (!url) return null
    const response = await fetch(url)
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
  } catch (error) {
    if (error instanceof Outage || error instanceof TypeError) return null
    throw error
  }
}

const isPng = (bytes: Uint8Array) => bytes[0] === 0x89 && bytes[1] === 0x50
