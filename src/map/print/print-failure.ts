/** Why a map did not get onto paper, each with a sentence of its own under `printing.failures`. */
export type PrintFailureReason =
  | 'slow' // not everything came and was drawn in time
  | 'lost' // the browser took the WebGL context away
  | 'unable' // the browser gives no WebGL context
  | 'tooLarge' // the browser cannot hold a picture of this size

/** A printed map that came to nothing for a reason that the person can do something about. */
export class PrintFailure extends Error {
  constructor(readonly reason: PrintFailureReason) {
    super(`The map was not printed: ${reason}`)
    this.name = 'PrintFailure'
  }
}
