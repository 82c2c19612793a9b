/** Keeps an even sample of any number of things: each has the same chance, and the same things give the same sample. */
export class EvenSample<T> {
  readonly kept: T[] = []
  /** How many there were. */
  total = 0
  private readonly most: number
  private readonly copy: (thing: T) => T
  private seed = 1

  /** Keeps at most `most` things, each as `copy` makes it. */
  constructor(most: number, copy: (thing: T) => T = (thing) => thing) {
    this.most = most
    this.copy = copy
  }

  add(thing: T): void {
    this.total++
    // Reservoir sampling: the nth thing replaces one of the kept with the chance most / n.
    const place = this.total <= this.most ? this.total - 1 : Math.floor(this.random() * this.total)
    if (place < this.most) this.kept[place] = this.copy(thing)
  }

  private random(): number {
    this.seed = (Math.imul(this.seed, 1664525) + 1013904223) >>> 0
    return this.seed / 2 ** 32
  }
}
