import type { Readings } from './readings.ts'

/** How a name was meant by letters, the better the lower: whole syllables, initials, or the two mixed. */
const FULL = 0
const INITIALS = 1
const MIXED = 2

/** Initials of two letters, which people type whole or by their first letter. */
const LONG_INITIAL = /^[zcs]h/

/**
 * Matches typed letters against a run of characters: each is given by a whole reading or by its initial, the last one by
 * any beginning of a reading. `cqs`, `chongqing` and `chongqs` all find 重庆市.
 *
 * @param typed lower-case letters and digits without spaces, `v` for ü
 * @returns where the best run begins and how good it is (0 best), null when there is none
 */
export function pinyinMatch(readings: Readings, typed: string): { start: number; rank: number } | null {
  if (typed === '') return null
  let best: { start: number; rank: number } | null = null
  for (let start = 0; start < readings.length; start += 1) {
    const rank = rankFrom(readings, start, typed, { full: true, initials: true })
    if (rank !== null && (best === null || rank < best.rank)) best = { start, rank }
  }
  return best
}

interface SoFar {
  full: boolean
  initials: boolean
}

function rankFrom(readings: Readings, at: number, typed: string, soFar: SoFar): number | null {
  if (typed === '') return soFar.full ? FULL : soFar.initials ? INITIALS : MIXED
  let best: number | null = null
  for (const reading of readings[at] ?? []) {
    for (const [part, kind] of partsOf(reading, typed)) {
      const next = {
        full: soFar.full && kind !== 'initial',
        initials: soFar.initials && (kind === 'initial' || reading.length === 1),
      }
      const rank = rankFrom(readings, at + 1, typed.slice(part), next)
      if (rank !== null && (best === null || rank < best)) best = rank
    }
  }
  return best
}

/** How many of the typed letters a reading may take, and as what. */
function partsOf(reading: string, typed: string): [letters: number, kind: 'whole' | 'initial' | 'begun'][] {
  const parts: [number, 'whole' | 'initial' | 'begun'][] = []
  if (reading !== '' && typed.startsWith(reading)) parts.push([reading.length, 'whole'])
  if (reading.length > 1 && typed[0] === reading[0]) parts.push([1, 'initial'])
  if (LONG_INITIAL.test(reading) && typed.startsWith(reading.slice(0, 2))) parts.push([2, 'initial'])
  if (typed.length > 1 && typed.length < reading.length && reading.startsWith(typed))
    parts.push([typed.length, 'begun'])
  return parts
}
