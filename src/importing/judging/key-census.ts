import { textHash } from './text-hash.ts'

/** Hashes held at once: 96 MB. A file with more keys is counted in parts, one more reading of it for each. */
const MOST_HASHES = 24_000_000
/** Suspicious keys compared letter by letter in one reading; 24 million keys have about 67,000 chance pairs. */
const MOST_SUSPECTS = 200_000

/**
 * Finds keys that occur twice among any number of them in bounded memory: 32-bit hashes of one part of the keys at a
 * time. Hashes that occur twice are only suspects; whoever reads the file again compares the keys behind them.
 */
export class KeyCensus {
  private readonly mostHashes: number
  private hashes = new Uint32Array(1024)
  private count = 0
  private parts = 1
  private readonly part: number

  /** `part` of `parts` (a power of two): only keys whose hash falls into it are counted. */
  constructor(part = 0, parts = 1, mostHashes = MOST_HASHES) {
    this.part = part
    this.parts = parts
    this.mostHashes = mostHashes
  }

  /** How many parts the keys had to be divided into so far; the others need a census of their own. */
  get partsNeeded(): number {
    return this.parts
  }

  /** Counts one key. */
  add(key: string): void {
    const hash = textHash(key)
    if ((hash & (this.parts - 1)) !== this.part) return
    if (this.count === this.mostHashes) this.halve()
    if ((hash & (this.parts - 1)) !== this.part) return
    if (this.count === this.hashes.length) this.grow()
    this.hashes[this.count++] = hash
  }

  /** The hashes that occurred twice or more, ascending; at most some 200,000 of them. */
  suspects(): Set<number> {
    const sorted = this.hashes.subarray(0, this.count).sort()
    const suspects = new Set<number>()
    for (let i = 1; i < sorted.length && suspects.size < MOST_SUSPECTS; i++)
      if (sorted[i] === sorted[i - 1]) suspects.add(sorted[i]!)
    return suspects
  }

  private grow(): void {
    const larger = new Uint32Array(Math.min(this.hashes.length * 2, this.mostHashes))
    larger.set(this.hashes)
    this.hashes = larger
  }

  /** Keeps only one half of the keys counted so far: those whose hash has one more low bit in common with `part`. */
  private halve(): void {
    this.parts *= 2
    let kept = 0
    for (let i = 0; i < this.count; i++)
      if ((this.hashes[i]! & (this.parts - 1)) === this.part) this.hashes[kept++] = this.hashes[i]!
    this.count = kept
  }
}
