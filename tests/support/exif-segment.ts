/** What a camera writes into a JPEG before the picture. */
export interface CameraFacts {
  /** `2026:05:08 09:30:15` */
  time: string
  /** `+08:00`; left out by older cameras. */
  offset?: string
  lng?: number
  lat?: number
  /** 1 upright, 6 turned by 90° (a phone held upright). */
  orientation?: number
}

type Entry = { tag: number; type: number; count: number; value: Uint8Array | number }

const ASCII = 2
const SHORT = 3
const LONG = 4
const RATIONAL = 5
const FIRST_IFD = 8

const ascii = (tag: number, text: string): Entry => ({
  tag,
  type: ASCII,
  count: text.length + 1,
  value: new TextEncoder().encode(`${text}\0`),
})

/** Degrees as EXIF writes them: degrees, minutes and hundred-thousandths of seconds, each a fraction. */
function degrees(tag: number, n: number): Entry {
  const [whole, rest] = [Math.floor(Math.abs(n)), (Math.abs(n) % 1) * 60]
  const parts = [whole, 1, Math.floor(rest), 1, Math.round((rest % 1) * 60 * 100_000), 100_000]
  const value = new Uint8Array(24)
  parts.forEach((part, at) => new DataView(value.buffer).setUint32(4 * at, part))
  return { tag, type: RATIONAL, count: 3, value }
}

/** An APP1 segment with EXIF, big-endian, as it stands right behind the first two bytes of a JPEG. */
export function exifSegment({ time, offset, lng, lat, orientation = 1 }: CameraFacts): Uint8Array {
  const camera = [ascii(0x9003, time), ...(offset ? [ascii(0x9011, offset)] : [])]
  const place =
    lng === undefined || lat === undefined
      ? []
      : [ascii(1, lat < 0 ? 'S' : 'N'), degrees(2, lat), ascii(3, lng < 0 ? 'W' : 'E'), degrees(4, lng)]
  const main = (cameraAt: number, placeAt: number): Entry[] => [
    { tag: 0x0112, type: SHORT, count: 1, value: orientation << 16 },
    { tag: 0x8769, type: LONG, count: 1, value: cameraAt },
    ...(place.length > 0 ? [{ tag: 0x8825, type: LONG, count: 1, value: placeAt }] : []),
  ]
  const cameraAt = FIRST_IFD + directory(main(0, 0), FIRST_IFD).length
  const cameraBytes = directory(camera, cameraAt)
  const placeAt = cameraAt + cameraBytes.length
  const tiff = Uint8Array.from([
    0x4d,
    0x4d,
    0,
    0x2a,
    0,
    0,
    0,
    FIRST_IFD,
    ...directory(main(cameraAt, placeAt), FIRST_IFD),
    ...cameraBytes,
    ...(place.length > 0 ? directory(place, placeAt) : []),
  ])
  const length = tiff.length + 8
  return Uint8Array.from([0xff, 0xe1, length >> 8, length & 0xff, ...new TextEncoder().encode('Exif\0\0'), ...tiff])
}

/** A JPEG with this segment put behind its start. */
export function withExif(jpeg: Uint8Array, facts: CameraFacts): Uint8Array {
  const segment = exifSegment(facts)
  const whole = new Uint8Array(jpeg.length + segment.length)
  whole.set(jpeg.subarray(0, 2))
  whole.set(segment, 2)
  whole.set(jpeg.subarray(2), 2 + segment.length)
  return whole
}

/** Entries of one directory and behind them what does not fit into four bytes; `at` is where it begins. */
function directory(entries: Entry[], at: number): Uint8Array {
  const head = new Uint8Array(2 + 12 * entries.length + 4)
  const view = new DataView(head.buffer)
  const behind: number[] = []
  view.setUint16(0, entries.length)
  entries.forEach(({ tag, type, count, value }, index) => {
    const entry = 2 + 12 * index
    view.setUint16(entry, tag)
    view.setUint16(entry + 2, type)
    view.setUint32(entry + 4, count)
    if (typeof value === 'number') view.setUint32(entry + 8, value)
    else if (value.length <= 4) head.set(value, entry + 8)
    else {
      view.setUint32(entry + 8, at + head.length + behind.length)
      behind.push(...value)
    }
  })
  return Uint8Array.from([...head, ...behind])
}
