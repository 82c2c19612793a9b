import type { LineString, Polygon } from 'geojson'
import type { TimePrecision } from '../../domain/hotspot.ts'
import type { RowReason } from '../../domain/import-reason.ts'
import type { HotspotStatus } from '../../domain/status.ts'
import { lookup, type Choice } from '../mapping/choice.ts'
import type { CategoryRef, HotspotMapping, TextMapping } from '../mapping/hotspot-mapping.ts'
import { momentReader } from '../times/moment-reader.ts'
import type { SourceRow } from '../files/source-row.ts'
import { categoryReader } from './category-reader.ts'
import { no, type Judgement, type RefusedRow } from './judgement.ts'
import { positionReader } from './position-reader.ts'

/** A hotspot of a file whose category, campaign and unit are still words. */
export interface JudgedHotspot {
  readonly key: string
  readonly lng: number
  readonly lat: number
  readonly geometry?: LineString | Polygon
  readonly category: CategoryRef
  /** The category is one of the source's own code system. */
  readonly ownCategory: boolean
  readonly status: HotspotStatus
  readonly sourceStatus?: string
  readonly reportedAt: string
  readonly reportedPrecision: TimePrecision
  readonly closedAt?: string
  readonly closedPrecision?: TimePrecision
  readonly campaign?: string
  readonly unit?: string
  readonly title?: string
  readonly description?: string
  readonly address?: string
  readonly quantity?: number
  readonly quantityUnit?: string
  readonly raw: Record<string, unknown>
}

/** States that somebody has to be answerable for. */
const WORKED_BY_A_UNIT: readonly HotspotStatus[] = ['assigned', 'in_progress', 'handed_in']

/**
 * The judge of the rows of one mapping. Looks at location, category, status, unit, campaign, dates and quantity, in this
 * order, and names the first reason against a row. Throws a RangeError for a mapping that never passed its schema.
 */
export function hotspotJudge(mapping: HotspotMapping): (row: SourceRow) => Judgement<JudgedHotspot> {
  const placeOf = positionReader(mapping.location, mapping.swapLatLng)
  const categoryOf = categoryReader(mapping.category)
  const statusOf = chosen(mapping.status, 'status_required', 'status_unknown')
  const unitOf = mapping.unit && chosen(mapping.unit, null, 'unit_unknown')
  const campaignOf = mapping.campaign && chosen(mapping.campaign, null, 'campaign_unknown')
  const reportedOf = momentReader(mapping.reportedAt, mapping.timeZone)
  const closedOf = mapping.closedAt && momentReader(mapping.closedAt, mapping.timeZone)
  const statusColumn = 'column' in mapping.status ? mapping.status.column : null

  return (row) => {
    if (row.malformed) return no(row.malformed)
    const key = row.value(mapping.key)
    if (key === '') return no('key_required')
    const place = placeOf(row)
    if (!place.ok) return place
    const category = categoryOf(row)
    if (!category.ok) return category
    const status = statusOf(row)
    if (!status.ok) return status
    const unit = unitOf?.(row)
    if (unit && !unit.ok) return unit
    if (!unit?.value && WORKED_BY_A_UNIT.includes(status.value!)) return no('unit_required')
    const campaign = campaignOf?.(row)
    if (campaign && !campaign.ok) return campaign

    const reportedText = row.value(mapping.reportedAt.column)
    if (reportedText === '') return no('date_required')
    const reported = reportedOf(reportedText)
    if (!reported) return no('date_invalid', reportedText)
    const closedText = mapping.closedAt ? row.value(mapping.closedAt.column) : ''
    const closed = closedText === '' ? null : (closedOf?.(closedText) ?? null)
    if (closedText !== '' && !closed) return no('date_invalid', closedText)
    const quantityText = mapping.quantity ? row.value(mapping.quantity.column) : ''
    const quantity = quantityText === '' ? undefined : quantityOf(quantityText)
    if (quantity === null) return no('quantity_invalid', quantityText)

    return {
      ok: true,
      warnings: closed && closed.at < reported.at ? ['closed_before_reported'] : [],
      row: {
        key,
        lng: place.lng,
        lat: place.lat,
        category: category.category,
        ownCategory: category.own,
        status: status.value!,
        reportedAt: reported.at,
        reportedPrecision: reported.precision,
        raw: rawOf(mapping, row),
        ...(place.geometry && { geometry: place.geometry }),
        ...(closed && { closedAt: closed.at, closedPrecision: closed.precision }),
        ...filled('sourceStatus', statusColumn === null ? '' : row.value(statusColumn)),
        ...filled('unit', unit?.value),
        ...filled('campaign', campaign?.value),
        ...filled('title', textOf(mapping.title, row)),
        ...filled('description', textOf(mapping.description, row)),
        ...filled('address', textOf(mapping.address, row)),
        ...filled('quantityUnit', textOf(mapping.quantityUnit, row)),
        ...(quantity !== undefined && { quantity }),
      },
    }
  }
}

type Chosen<T> = { readonly ok: true; readonly value?: T } | RefusedRow

/** Reads a choice; a blank is refused with `blank`, or stands for no value where `blank` is null. */
function chosen<T>(choice: Choice<T>, blank: RowReason | null, unknown: RowReason): (row: SourceRow) => Chosen<T> {
  if ('constant' in choice) return () => ({ ok: true, value: choice.constant })
  const listed = lookup(choice.values)
  const { column, otherwise } = choice
  return (row) => {
    const text = row.value(column)
    const value = (text === '' ? undefined : listed(text)) ?? otherwise
    if (value !== undefined) return { ok: true, value }
    if (text !== '') return no(unknown, text)
    return blank ? no(blank) : { ok: true }
  }
}

function textOf(from: TextMapping | undefined, row: SourceRow): string {
  if (!from) return ''
  return 'constant' in from ? from.constant : row.value(from.column)
}

function filled<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value ? ({ [key]: value } as { [P in K]?: string }) : {}
}

/** A count or a measure of zero or more; thousands may be grouped by commas. Null for anything else. */
function quantityOf(text: string): number | null {
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** What the database keeps of the source as it was: the coordinate as written, and the columns asked for. */
function rawOf(mapping: HotspotMapping, row: SourceRow): Record<string, unknown> {
  const { location, keep = [] } = mapping
  const written =
    'lng' in location
      ? { x: row.value(location.lng), y: row.value(location.lat) }
      : 'point' in location
        ? { point: row.value(location.point) }
        : {}
  const columns = Object.fromEntries(
    keep.flatMap((column) => (row.value(column) === '' ? [] : [[column, row.value(column)]])),
  )
  return { crs: 'EPSG:4326', ...written, ...(keep.length > 0 && { columns }) }
}
