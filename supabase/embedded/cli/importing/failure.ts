/** The import ended without doing what was asked; the message is a sentence for whoever asked. */
export class Failure extends Error {
  override readonly name = 'Failure'
}
