import type { Result } from '../domain/result.ts'
import { makePhoto } from './make-photo.ts'
import type { PhotoProblem } from './photo-problem.ts'
import type { PreparedPhoto } from './prepared-photo.ts'

/** What the worker says: how far it is, and once what came of it. */
export type PhotoWorkerMessage =
  { share: number } | { result: Result<PreparedPhoto, PhotoProblem> } | { failure: string }

const say = (message: PhotoWorkerMessage) => self.postMessage(message)

self.addEventListener('message', ({ data: file }: MessageEvent<Blob>) => {
  makePhoto(file, (share) => say({ share })).then(
    (result) => say({ result }),
    (error: unknown) => say({ failure: String(error) }),
  )
})
