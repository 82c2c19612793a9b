import type { Site } from './site.ts'
import type { Samples } from './samples.ts'

/** Something that is done again and again at every size. */
export interface Measure {
  name: string
  /** Times a round at every size. */
  perRound: number
  /** Done before the clock starts. */
  prepare?: (site: Site, turn: number) => Promise<void>
  /**
   * What the clock sees.
   *
   * @param turn counts up over all rounds, the same at every size
   * @returns milliseconds when it has its own clock
   */
  run: (site: Site, turn: number) => Promise<number | void>
}

/**
 * Takes the samples. The sizes alternate from one call to the next and take turns in beginning, so that whatever else the machine does meets
 * them all alike; the calls of one measure follow each other, as they do in the app.
 *
 * @param rounds counted ones; one more before them warms caches and plans and is thrown away
 */
export async function measureAll(
  measures: readonly Measure[],
  sites: readonly Site[],
  rounds: number,
  samples: Samples,
  say: (progress: string) => void,
): Promise<void> {
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, perRound, prepare, run } of measures) {
      for (let call = 0; call < perRound; call += 1) {
        const turn = (round + 1) * perRound + call
        for (const site of rotated(sites, turn)) {
          await prepare?.(site, turn)
          const startedAt = performance.now()
          const own = await run(site, turn)
          const ms = own ?? performance.now() - startedAt
          if (round >= 0) samples.add(name, site.size, round, ms)
        }
      }
    }
    say(round < 0 ? 'warm' : `round ${round + 1} of ${rounds}`)
  }
}

const rotated = <T>(list: readonly T[], by: number): T[] => {
  const at = by % list.length
  return [...list.slice(at), ...list.slice(0, at)]
}
