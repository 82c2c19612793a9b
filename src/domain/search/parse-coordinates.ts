/** A position in WGS 84 degrees. */
export interface Position {
  lng: number
  lat: number
}

/** A number of degrees, and the axis where letters or words said it. */
interface Angle {
  degrees: number
  axis: 'lng' | 'lat' | null
}

const NUMBER = String.raw`\d{1,3}(?:\.\d+)?`
const BEFORE = String.raw`(?<word>[NSEW]|[东西]经|[南北]纬|经度|纬度|LNG|LON|LAT)[:：=]?\s*`
const AFTER = String.raw`(?:\s*(?<word>[NSEW]))?`
const DMS = String.raw`(?<sign>[-+])?(?<d>${NUMBER})\s*(?:[°º度]\s*(?:(?<m>${NUMBER})\s*[′'’分]\s*(?:(?<s>${NUMBER})\s*(?:[″"”秒]|''))?)?)?`
/** A letter stands in front of its number or behind it, never on both sides. */
const ANGLES = [new RegExp(BEFORE + DMS, 'y'), new RegExp(DMS + AFTER, 'y')]
const BETWEEN = /[\s,，、;；/]*/y

/**
 * Reads a position that somebody typed or pasted: decimal degrees or degrees, minutes and seconds, with or without
 * letters (`117.94, 30.97`, `30°58′12″N 117°56′24″E`, `东经117.94 北纬30.97`). Without letters the order is judged by which
 * reading lies nearer to `near`.
 *
 * @returns null for anything that is not exactly one position on earth
 */
export function parseCoordinates(text: string, near: Position): Position | null {
  const angles = anglesOf(text.trim().toUpperCase())
  if (!angles) return null
  const [first, second] = angles
  const readings: Position[] = []
  if (first.axis !== 'lat' && second.axis !== 'lng') readings.push({ lng: first.degrees, lat: second.degrees })
  if (first.axis !== 'lng' && second.axis !== 'lat') readings.push({ lng: second.degrees, lat: first.degrees })
  const possible = readings.filter(({ lng, lat }) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90)
  const distance = ({ lng, lat }: Position) => Math.hypot(lng - near.lng, lat - near.lat)
  return possible.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

/** Exactly two angles and nothing besides them. */
function anglesOf(text: string): [Angle, Angle] | null {
  const angles: Angle[] = []
  let at = 0
  while (at < text.length) {
    const found = matchAt(ANGLES, text, at)
    const angle = found?.groups && angleOf(found.groups)
    if (!found || !angle || angles.length === 2) return null
    angles.push(angle)
    BETWEEN.lastIndex = at + found[0].length
    const gap = BETWEEN.exec(text)?.[0] ?? ''
    at += found[0].length + gap.length
    // "117.9430.97" is no pair: something has to stand between two bare numbers.
    if (angles.length === 1 && gap === '' && !/[^\d.]$/.test(found[0])) return null
  }
  const [first, second] = angles
  return first && second && (first.axis === null || first.axis !== second.axis) ? [first, second] : null
}

function matchAt(patterns: readonly RegExp[], text: string, at: number): RegExpExecArray | null {
  for (const pattern of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) return found
  }
  return null
}

function angleOf({ word = '', sign, d, m = '0', s = '0' }: Record<string, string | undefined>): Angle | null {
  if (Number(m) >= 60 || Number(s) >= 60) return null
  const isNegative = sign === '-' || /^[SW西南]/.test(word)
  const degrees = (Number(d) + Number(m) / 60 + Number(s) / 3600) * (isNegative ? -1 : 1)
  return { degrees, axis: axisOf(word) }
}

function axisOf(word: string): Angle['axis'] {
  if (word === '') return null
  return /^(E|W|LNG|LON|经度)$|[东西]经/.test(word) ? 'lng' : 'lat'
}
