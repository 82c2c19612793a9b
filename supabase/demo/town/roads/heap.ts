/** A queue of numbers by cost, the cheapest first; equal costs leave in the order of their numbers. */
export class Heap {
  readonly #items: number[] = []
  readonly #costs: number[] = []

  /** Adds a number. */
  push(item: number, cost: number): void {
    let at = this.#items.length
    this.#items.push(item)
    this.#costs.push(cost)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#isBefore(at, parent)) break
      this.#swap(at, parent)
      at = parent
    }
  }

  /** Takes the cheapest number out; -1 when the queue is empty. */
  pop(): number {
    if (this.#items.length === 0) return -1
    const last = this.#items.length - 1
    this.#swap(0, last)
    const item = this.#items.pop()!
    this.#costs.pop()
    for (let at = 0; ;) {
      const left = 2 * at + 1
      if (left >= last) break
      const child = left + 1 < last && this.#isBefore(left + 1, left) ? left + 1 : left
      if (!this.#isBefore(child, at)) break
      this.#swap(at, child)
      at = child
    }
    return item
  }

  #isBefore(a: number, b: number): boolean {
    const difference = this.#costs[a]! - this.#costs[b]!
    return difference < 0 || (difference === 0 && this.#items[a]! < this.#items[b]!)
  }

  #swap(a: number, b: number): void {
    const [item, cost] = [this.#items[a]!, this.#costs[a]!]
    this.#items[a] = this.#items[b]!
    this.#costs[a] = this.#costs[b]!
    this.#items[b] = item
    this.#costs[b] = cost
  }
}
