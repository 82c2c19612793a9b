import { randomStream } from '../chance/random.ts'
import { valueNoise } from '../chance/noise.ts'
import { curvedThrough, headingAt, lengthOf, resampled, rounded, nearestOn } from '../plane/polyline.ts'
import { between, moved, type Point } from '../plane/point.ts'

/** A watercourse by its middle line, from its spring or the frame's edge down to its mouth. */
export interface Watercourse {
  readonly key: string
  readonly kind: 'river' | 'stream'
  readonly middle: readonly Point[]
  /** Metres from bank to bank at each point of the middle line. */
  readonly widths: readonly number[]
}

/** Where the valley of the river lies, from west to east; the township's seat is at [0, 0] on its south bank. */
const RIVER: readonly Point[] = [
  [-15_500, -3_100],
  [-12_000, -2_500],
  [-9_300, -1_300],
  [-6_600, -1_250],
  [-4_300, -350],
  [-2_300, 150],
  [-900, 980],
  [700, 1_080],
  [2_100, 420],
  [3_700, 330],
  [5_600, 1_500],
  [8_200, 1_350],
  [11_500, 2_600],
  [15_500, 3_000],
]

/** The valleys of the streams, from the hills to the river; the last point only shows the way to the mouth. */
const STREAMS: readonly { readonly key: string; readonly valley: readonly Point[] }[] = [
  {
    key: 'north-west',
    valley: [
      [-6_900, 7_900],
      [-6_100, 6_000],
      [-4_700, 4_300],
      [-4_100, 2_500],
      [-2_900, 1_300],
      [-2_100, -300],
    ],
  },
  {
    key: 'north',
    valley: [
      [1_700, 9_900],
      [2_500, 7_300],
      [2_300, 5_000],
      [3_300, 3_200],
      [3_200, 1_700],
      [3_600, -300],
    ],
  },
  {
    key: 'south',
    valley: [
      [1_900, -9_000],
      [1_300, -6_900],
      [900, -5_100],
      [1_700, -3_600],
      [2_300, -2_200],
      [4_000, -900],
      [4_500, 1_700],
    ],
  },
  {
    key: 'south-west',
    valley: [
      [-3_000, -8_300],
      [-3_900, -6_300],
      [-3_700, -4_400],
      [-5_100, -3_000],
      [-5_600, 0],
    ],
  },
]

/** The river and its streams: bends of their own on the way of their valleys. */
export function watercoursesOf(seed: number): Watercourse[] {
  const random = randomStream(seed, 'watercourses')
  const river = bent(RIVER, seed + 11, { bendM: 260, waveM: 2_300, calm: true })
  const widths = river.map((_, i) => 40 + (46 * i) / river.length)
  const wider = valueNoise(seed + 12, 700)
  const courses: Watercourse[] = [
    { key: 'river', kind: 'river', middle: river, widths: widths.map((w, i) => w * (1 + 0.16 * wider(...river[i]!))) },
  ]
  for (const [i, { key, valley }] of STREAMS.entries()) {
    const line = bent(valley, seed + 20 + i, { bendM: random.between(90, 140), waveM: 900, calm: false })
    const middle = untilRiver(line, river, courses[0]!.widths)
    courses.push({ key, kind: 'stream', middle, widths: middle.map((_, k) => 4.5 + (13 * k) / middle.length) })
  }
  return courses
}

interface Bends {
  readonly bendM: number
  readonly waveM: number
  /** Fewer bends at the town, where the banks are built. */
  readonly calm: boolean
}

function bent(valley: readonly Point[], seed: number, { bendM, waveM, calm }: Bends): Point[] {
  const base = resampled(curvedThrough(valley, 24), 60)
  const noise = valueNoise(seed, waveM)
  const fine = valueNoise(seed + 1, waveM / 2.3)
  const stepM = lengthOf(base) / (base.length - 1)
  const line = base.map((p, i) => {
    const alongM = i * stepM
    const quiet = calm ? Math.min(1, Math.max(0.12, (Math.abs(p[0]) - 900) / 1_600)) : 1
    const ends = Math.min(1, i / 6)
    const sway = Math.sin((alongM / waveM) * 2 * Math.PI + 4.4 * noise(alongM, 0))
    return moved(
      p,
      headingAt(base, i),
      0,
      quiet * ends * bendM * (0.75 * sway + 1.2 * noise(alongM, 500) + 0.7 * fine(alongM, 900)),
    )
  })
  return resampled(rounded(line, 2), 25)
}

/** The line up to the river's bank, its end a little in the water. */
function untilRiver(line: readonly Point[], river: readonly Point[], widths: readonly number[]): Point[] {
  for (const [i, p] of line.entries()) {
    const near = nearestOn(river, p)
    if (near.distanceM > widths[near.index]! / 2) continue
    const before = line[Math.max(0, i - 1)]!
    const off = nearestOn(river, before).distanceM
    const share = (off - widths[near.index]! / 2 + 3) / (off - near.distanceM)
    return [...line.slice(0, i), between(before, p, Math.min(1, Math.max(0, share)))]
  }
  return [...line]
}
