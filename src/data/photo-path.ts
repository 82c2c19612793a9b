/** The private bucket of all photos. */
export const EVIDENCE = 'evidence'

/** Where the two files of a photo are in the bucket; the policies of the storage and `attach_photos` know the same form. */
export function photoPaths(rootId: number, hotspotId: string, photoId: string): { path: string; thumbPath: string } {
  const start = `${rootId}/${hotspotId}/${photoId}`
  return { path: `${start}.jpg`, thumbPath: `${start}-thumb.jpg` }
}
