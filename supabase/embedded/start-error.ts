/** Why the server cannot start, in a sentence for the person who started it: Chinese first, English below. */
export class StartError extends Error {
  override name = 'StartError'

  constructor(chinese: string, english: string) {
    super(`${chinese}\n${english}`)
  }
}
