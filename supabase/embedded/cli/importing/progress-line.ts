/** Says how far the work is, on standard error: one line that is written over on a terminal, a line now and then elsewhere. */
export class ProgressLine {
  private readonly everyMs = process.stderr.isTTY ? 200 : 5000
  private shownAt = Date.now()
  private isOpen = false

  show(text: string): void {
    if (Date.now() - this.shownAt < this.everyMs) return
    this.shownAt = Date.now()
    this.isOpen = process.stderr.isTTY
    process.stderr.write(this.isOpen ? `\r\u001b[K${text}` : `${text}\n`)
  }

  /** Writes a line that stays. */
  say(text: string): void {
    if (this.isOpen) process.stderr.write('\r\u001b[K')
    this.isOpen = false
    process.stderr.write(`${text}\n`)
  }
}
