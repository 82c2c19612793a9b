import type { FeatureCollection, MultiPolygon } from 'geojson'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { realFiles, type RealFiles } from '../../support/real-files.ts'

type Request = Record<
  'SRNumber' | 'CreatedDate' | 'RequestType' | 'Status' | 'ClosedDate' | 'Latitude' | 'Longitude',
  string
>

/** Real records of Los Angeles: neighbourhood councils, and requests of its residents in the first days of 2018. */
export type RealRecords = {
  /** Which records these are, for the name of a test. */
  title: string
  facts: RealFiles['facts']
  councils: FeatureCollection<MultiPolygon, { name: string; nc_id: string }>
  requests: Request[]
}

/** The records of `realFiles`, read. */
export function readRealRecords(): RealRecords {
  const { title, facts, areas, hotspots } = realFiles
  return {
    title,
    facts,
    councils: JSON.parse(readFileSync(areas, 'utf8')) as RealRecords['councils'],
    requests: Papa.parse<Request>(readFileSync(hotspots, 'utf8'), { header: true, skipEmptyLines: true }).data,
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
