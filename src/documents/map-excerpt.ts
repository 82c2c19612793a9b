import { sideOfRing } from '../geo/point-in-ring.ts'

/** Something to draw, in pixels of the picture. */
export interface MapExcerpt {
  width: number
  height: number
  /** Outlines of areas as SVG path data. */
  areas: string[]
  labels: { x: number; y: number; text: string }[]
  /** One mark for cases that would cover each other; `text` is their places in the list. */
  marks: { x: number; y: number; text: string }[]
  /** A bar of `lengthPx` that is `text` long on the ground. */
  scale: { lengthPx: number; text: string }
}

/** An area with its parts as rings of `[lng, lat]`. */
export interface ExcerptArea {
  name: string
  rings: readonly (readonly (readonly number[])[])[]
  center: readonly number[] | null
}

const MARGIN_PX = 40
/** Marks are 22 across: nearer ones would cover each other. */
const MARK_APART_PX = 24
/** A lone case is shown with its neighbourhood. */
const LEAST_SPAN_M = 1200
const METRES_A_DEGREE = 111_320
/** How finely an area is looked through for the place of its name, and how much of it has to be seen. */
const STEP_PX = 20
const LEAST_SEEN = 16

interface Position {
  x: number
  y: number
}

/**
 * A plain map of the listed cases: numbered marks over the outlines and names of the areas around them, north up. Pure; over a township the earth is
 * flat enough to stretch degrees by the cosine of the latitude.
 */
export function mapExcerpt(
  cases: readonly { lng: number; lat: number }[],
  areas: readonly ExcerptArea[],
  { width, height }: { width: number; height: number },
): MapExcerpt | null {
  if (cases.length === 0) return null
  const lngs = cases.map(({ lng }) => lng)
  const lats = cases.map(({ lat }) => lat)
  const middle = { lng: (Math.min(...lngs) + Math.max(...lngs)) / 2, lat: (Math.min(...lats) + Math.max(...lats)) / 2 }
  const squeeze = Math.cos((middle.lat * Math.PI) / 180)
  const spanM = (low: number, high: number, factor: number) =>
    Math.max((high - low) * METRES_A_DEGREE * factor, LEAST_SPAN_M)
  const pixelsAMetre = Math.min(
    (width - 2 * MARGIN_PX) / spanM(Math.min(...lngs), Math.max(...lngs), squeeze),
    (height - 2 * MARGIN_PX) / spanM(Math.min(...lats), Math.max(...lats), 1),
  )
  const at = (lng: number, lat: number) => ({
    x: round(width / 2 + (lng - middle.lng) * METRES_A_DEGREE * squeeze * pixelsAMetre),
    y: round(height / 2 - (lat - middle.lat) * METRES_A_DEGREE * pixelsAMetre),
  })
  const groundAt = (x: number, y: number) => [
    middle.lng + (x - width / 2) / (METRES_A_DEGREE * squeeze * pixelsAMetre),
    middle.lat - (y - height / 2) / (METRES_A_DEGREE * pixelsAMetre),
  ]
  const isIn = ({ x, y }: Position) =>
    x > MARGIN_PX && x < width - MARGIN_PX && y > MARGIN_PX / 2 && y < height - MARGIN_PX / 2

  /** Of an area whose middle lies outside: the middle of what is seen of it, null for a sliver. */
  function middleOfPart(rings: ExcerptArea['rings']): Position | null {
    const seen: Position[] = []
    for (let x = STEP_PX; x < width; x += STEP_PX)
      for (let y = STEP_PX; y < height; y += STEP_PX)
        if (isIn({ x, y }) && isInside(groundAt(x, y), rings)) seen.push({ x, y })
    if (seen.length < LEAST_SEEN) return null
    const mean = { x: seen.reduce((sum, { x }) => sum + x, 0), y: seen.reduce((sum, { y }) => sum + y, 0) }
    const away = ({ x, y }: Position) => Math.hypot(x - mean.x / seen.length, y - mean.y / seen.length)
    return seen.reduce((best, each) => (away(each) < away(best) ? each : best))
  }

  return {
    width,
    height,
    areas: areas.map(({ rings }) => rings.map((ring) => pathOf(ring.map(([lng, lat]) => at(lng!, lat!)))).join('')),
    labels: areas.flatMap(({ name, center, rings }) => {
      if (!center || name === '') return []
      const own = at(center[0]!, center[1]!)
      const place = isIn(own) ? own : middleOfPart(rings)
      return place ? [{ ...place, text: name }] : []
    }),
    marks: marksOf(cases.map(({ lng, lat }) => at(lng, lat))),
    scale: scaleBar(pixelsAMetre, width),
  }
}

/** By the even-odd rule, so that holes are outside. */
const isInside = ([lng, lat]: number[], rings: ExcerptArea['rings']) =>
  rings.filter((ring) => sideOfRing(lng!, lat!, ring) !== 'outside').length % 2 === 1

function marksOf(positions: { x: number; y: number }[]): MapExcerpt['marks'] {
  const marks: { x: number; y: number; places: number[] }[] = []
  positions.forEach(({ x, y }, index) => {
    const near = marks.find((mark) => Math.hypot(mark.x - x, mark.y - y) < MARK_APART_PX)
    if (near) near.places.push(index + 1)
    else marks.push({ x, y, places: [index + 1] })
  })
  return marks.map(({ x, y, places }) => ({ x, y, text: rangesOf(places) }))
}

/** 1, 2, 3, 7 as `1–3,7`. */
function rangesOf(places: number[]): string {
  const ranges: [number, number][] = []
  for (const place of places) {
    const last = ranges.at(-1)
    if (last && last[1] === place - 1) last[1] = place
    else ranges.push([place, place])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(',')
}

function scaleBar(pixelsAMetre: number, width: number): MapExcerpt['scale'] {
  const most = width / 5 / pixelsAMetre
  const power = 10 ** Math.floor(Math.log10(most))
  const length = [5, 2, 1].map((step) => step * power).find((each) => each <= most) ?? power
  return { lengthPx: round(length * pixelsAMetre), text: length >= 1000 ? `${length / 1000} km` : `${length} m` }
}

function pathOf(points: { x: number; y: number }[]): string {
  return points.length === 0 ? '' : `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}Z`
}

const round = (n: number) => Math.round(n * 10) / 10
