/** Milliseconds by measure, size and round. */
export class Samples {
  private readonly rounds = new Map<string, number[][]>()

  add(name: string, size: number, round: number, ms: number): void {
    const key = `${name}|${size}`
    const all = this.rounds.get(key) ?? []
    ;(all[round] ??= []).push(ms)
    this.rounds.set(key, all)
  }

  /** The samples of several measures, put together round by round. */
  of(names: readonly string[], size: number): number[][] {
    const each = names.map((name) => this.rounds.get(`${name}|${size}`) ?? [])
    const rounds = Math.max(0, ...each.map((all) => all.length))
    return Array.from({ length: rounds }, (_, round) => each.flatMap((all) => all[round] ?? []))
  }

  /** Names of everything measured, in the order of their first sample. */
  get names(): string[] {
    return [...new Set([...this.rounds.keys()].map((key) => key.slice(0, key.lastIndexOf('|'))))]
  }
}
