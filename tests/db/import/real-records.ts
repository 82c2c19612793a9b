import type { FeatureCollection, MultiPolygon } from 'geojson'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Papa from 'papaparse'
import { repositoryRoot } from '../../support/schema-files.ts'

type Request = Record<
  'SRNumber' | 'CreatedDate' | 'RequestType' | 'Status' | 'ClosedDate' | 'Latitude' | 'Longitude',
  string
>

/** Facts about the records that were counted without this product. */
export type Facts = {
  areas: number
  rows: number
  located: number
  inArea: number
  closed: number
  cancelled: number
  referredOut: number
  closedBeforeReported: number
}

/** Real records of Los Angeles: neighbourhood councils, and requests of its residents in the first days of 2018. */
export type RealRecords = {
  /** Which records these are, for the name of a test. */
  title: string
  facts: Facts
  councils: FeatureCollection<MultiPolygon, { name: string; nc_id: string }>
  requests: Request[]
}

const WHOLE: Facts = {
  areas: 99,
  rows: 10_000,
  located: 8898,
  inArea: 8764,
  closed: 8610,
  cancelled: 279,
  referredOut: 9,
  closedBeforeReported: 13,
}
const EXCERPT: Facts = {
  areas: 3,
  rows: 27,
  located: 24,
  inArea: 18,
  closed: 21,
  cancelled: 2,
  referredOut: 1,
  closedBeforeReported: 1,
}

/** The records in REAL_DATA_DIR (`../shared/real` unless set); where they are missing, a small excerpt, whose title says so. */
export function readRealRecords(): RealRecords {
  const folder = resolve(repositoryRoot, process.env.REAL_DATA_DIR ?? '../shared/real')
  const isThere = existsSync(join(folder, 'la311_2018.csv'))
  const from = isThere ? folder : join(import.meta.dirname, 'excerpt')
  const read = (name: string) => readFileSync(join(from, name), 'utf8')
  return {
    title: isThere ? 'the real records' : `an excerpt of the real records, because ${folder} has none`,
    facts: isThere ? WHOLE : EXCERPT,
    councils: JSON.parse(read('la_neighborhood_councils.geojson')) as RealRecords['councils'],
    requests: Papa.parse<Request>(read('la311_2018.csv'), { header: true, skipEmptyLines: true }).data,
  }
}

const TIME = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d) (AM|PM)$/

/** `01/31/2018 05:13:41 PM` in a Los Angeles winter, eight hours behind UTC, as an instant; midnight is a day without a time. */
function instant(text: string): { at: string; precision: 'day' | 'second' } | null {
  const [, month, day, year, hour, minute, second, half] = TIME.exec(text) ?? []
  if (!half) return null
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0)
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), hours + 8, Number(minute), Number(second)))
  const isMidnight = hours === 0 && minute === '00' && second === '00'
  return { at: at.toISOString(), precision: isMidnight ? 'day' : 'second' }
}

const STATUS: Record<string, string> = { Closed: 'closed', Cancelled: 'rejected', 'Referred Out': 'transferred' }

/** A request as a row of an import; `categories` has the id of each type. */
export function requestRow(request: Request, i: number, categories: Map<string, number>): Record<string, unknown> {
  const reported = instant(request.CreatedDate)
  const closed = instant(request.ClosedDate)
  return {
    i,
    key: request.SRNumber,
    ...(request.Longitude && { lng: Number(request.Longitude), lat: Number(request.Latitude) }),
    categoryId: categories.get(request.RequestType),
    status: STATUS[request.Status],
    sourceStatus: request.Status,
    reportedAt: reported?.at,
    reportedPrecision: reported?.precision,
    ...(closed && { closedAt: closed.at, closedPrecision: closed.precision }),
  }
}
