import type { TakenPicture } from './taken-picture.ts'

/** A camera hands its file over at once; an older one came from a gallery that some phones offer in its place. */
const JUST_NOW_MS = 2 * 60_000

/** Files that somebody chose, dropped or pasted. */
export function chosenPictures(files: Iterable<File>): TakenPicture[] {
  return Array.from(files, (file) => ({ file, source: 'file' }))
}

/** What the phone's camera handed over; the clock of the file is the time where EXIF has none. */
export function cameraPictures(files: Iterable<File>, now = Date.now()): TakenPicture[] {
  return Array.from(files, (file) =>
    now - file.lastModified < JUST_NOW_MS
      ? { file, source: 'camera', known: { takenAt: new Date(file.lastModified).toISOString() } }
      : { file, source: 'file' },
  )
}
