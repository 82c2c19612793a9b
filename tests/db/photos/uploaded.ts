import { createHash, randomUUID } from 'node:crypto'
import type { Query } from '../../support/test-database.ts'

/** What a test says about a photo; everything else is the smallest that is legal. */
export type PhotoGiven = { id?: string; [key: string]: unknown }

/** A photo as a step names it: taken on the spot, now, and like no other. */
export function photoGiven(facts: PhotoGiven = {}): PhotoGiven & { id: string } {
  const id = facts.id ?? randomUUID()
  const hash = createHash('sha256').update(id).digest('hex')
  return {
    width: 1920,
    height: 1440,
    bytes: 400_000,
    takenAt: new Date().toISOString(),
    takenLng: null,
    takenLat: null,
    source: 'camera',
    sha256: hash,
    dhash: hash.slice(0, 16),
    ...facts,
    id,
  }
}

/** Names of a photo's two files. */
export const objectNames = (root: number, hotspot: string, id: string) => [
  `${root}/${hotspot}/${id}.jpg`,
  `${root}/${hotspot}/${id}-thumb.jpg`,
]

/** Puts files into the bucket as the storage does for whoever uploads them; `size` is what it measured. */
export async function upload(owner: Query, names: string[], uploader: string, size?: number): Promise<void> {
  for (const name of names)
    await owner(
      `insert into storage.objects (id, bucket_id, name, owner_id, metadata) values (gen_random_uuid(), 'evidence', $1, $2, $3)`,
      [name, uploader, size === undefined ? null : { size }],
    )
}
