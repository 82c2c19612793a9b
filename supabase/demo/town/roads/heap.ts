/** A queue of numbers by cost, the cheapest first; equal costs leave in the order of their numbers. */
export class Heap {
  readonly #items: number[] = []
  readonly #costs: number[] = []

  /** Adds a number. */
  push(item: number, cost: number): void {
    const items = this.#items
    const costs = this.#costs
    let at = items.length
    items.push(item)
    costs.push(cost)
    // What is cheaper moves up, what is dearer makes room below it.
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isBefore(item, cost, items[parent]!, costs[parent]!)) break
      items[at] = items[parent]!
      costs[at] = costs[parent]!
      at = parent
    }
    items[at] = item
    costs[at] = cost
  }

  /** Takes the cheapest number out; -1 when the queue is empty. */
  pop(): number {
    const items = this.#items
    const costs = this.#costs
    if (items.length === 0) return -1
    const first = items[0]!
    const item = items.pop()!
    const cost = costs.pop()!
    const count = items.length
    if (count === 0) return first
    let at = 0
    for (let child = 1; child < count; child = 2 * at + 1) {
      const right = child + 1
      if (right < count && isBefore(items[right]!, costs[right]!, items[child]!, costs[child]!)) child = right
      if (!isBefore(items[child]!, costs[child]!, item, cost)) break
      items[at] = items[child]!
      costs[at] = costs[child]!
      at = child
    }
    items[at] = item
    costs[at] = cost
    return first
  }
}

const isBefore = (item: number, cost: number, otherItem: number, otherCost: number): boolean =>
  cost < otherCost || (cost === otherCost && item < otherItem)
