import type { Result } from '../domain/result.ts'
import { makePhoto, type Progress } from './make-photo.ts'
import type { PhotoProblem } from './photo-problem.ts'
import type { PhotoWorkerMessage } from './photo.worker.ts'
import type { PreparedPhoto } from './prepared-photo.ts'

type Outcome = Result<PreparedPhoto, PhotoProblem>

/** One at a time: nine photos of 12 megapixels unpacked side by side are more than a phone holds. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Makes a photo of a file (see `makePhoto`), off the page's thread where the browser can draw there. Several files wait for one another.
 *
 * @throws {DOMException} AbortError when `signal` says so; {Error} for a defect
 */
export function preparePhoto(file: Blob, signal: AbortSignal, onProgress: Progress = () => {}): Promise<Outcome> {
  const work = last.then(() => {
    signal.throwIfAborted()
    return typeof OffscreenCanvas === 'undefined' ? makePhoto(file, onProgress) : inWorker(file, signal, onProgress)
  })
  last = work.catch(() => undefined) // whoever asked for it is told; the next one only waits
  return work
}

function inWorker(file: Blob, signal: AbortSignal, onProgress: Progress): Promise<Outcome> {
  const worker = new Worker(new URL('./photo.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Outcome>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    worker.addEventListener('error', (event) => reject(new Error(`The photo worker failed: ${event.message}`)))
    worker.addEventListener('message', ({ data }: MessageEvent<PhotoWorkerMessage>) => {
      if ('share' in data) onProgress(data.share)
      else if ('result' in data) resolve(data.result)
      else reject(new Error(data.failure))
    })
    worker.postMessage(file)
  }).finally(() => worker.terminate())
}
