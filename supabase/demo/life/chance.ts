/**
 * A stream of chance that follows from a seed and a number alone (sfc32), so that one case's choices never depend on another's.
 */
export class Chance {
  private a = 0
  private b = 0
  private c = 0
  private d = 0

  constructor(seed: number, n: number, salt = '') {
    this.restart(seed, n, salt)
  }

  /** Makes this the stream of another number: cheaper than a new object where there are millions. */
  restart(seed: number, n: number, salt = ''): void {
    let hash = mixed(seed ^ 0x9e3779b9)
    hash = mixed(hash ^ (n >>> 0))
    hash = mixed(hash ^ Math.floor(n / 4294967296))
    for (let i = 0; i < salt.length; i++) hash = mixed(hash ^ salt.charCodeAt(i))
    this.a = hash
    this.b = mixed(hash + 0x6d2b79f5)
    this.c = mixed(hash ^ 0x85ebca6b)
    this.d = 1
    for (let i = 0; i < 4; i++) this.next()
  }

  /** A number in [0, 1). */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (this.c << 21) | (this.c >>> 11)
    this.c = (this.c + t) | 0
    return (t >>> 0) / 4294967296
  }

  /** A number in [least, most). */
  between(least: number, most: number): number {
    return least + (most - least) * this.next()
  }

  /** A whole number in least … most, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  /** True in so many of 1. */
  happens(share: number): boolean {
    return this.next() < share
  }

  /** One of them, each as likely. */
  pick<T>(options: readonly T[]): T {
    return options[Math.floor(this.next() * options.length)] as T
  }

  /** Around 0 with a deviation of about 1, never beyond ±3. */
  around(): number {
    return (this.next() + this.next() + this.next() - 1.5) * 2
  }
}

/** Index of the first of rising sums that is above a share of their last one. */
export function indexAt(sums: ArrayLike<number>, share: number): number {
  const wanted = share * (sums[sums.length - 1] ?? 0)
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > wanted) high = middle
    else low = middle + 1
  }
  return low
}

/** Rising sums of weights, for `indexAt`. */
export function sumsOf(weights: readonly number[]): Float64Array {
  const sums = new Float64Array(weights.length)
  let total = 0
  for (let i = 0; i < weights.length; i++) sums[i] = total += weights[i] ?? 0
  return sums
}

function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad)
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97)
  return hash ^ (hash >>> 15)
}
