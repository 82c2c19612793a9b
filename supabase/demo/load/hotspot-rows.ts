import type { DemoEvent, DemoHotspot } from '../life/demo-hotspot.ts'
import { dayOf, daysAfter } from '../life/calendar.ts'
import type { DemoLimit } from '../life/working-clock.ts'
import type { CaseLife } from './case-life.ts'
import { valueOf, type Keys } from './keys.ts'

/** The id of a case: its number, in the shape of a UUID. */
export const hotspotId = (no: number): string => `d0000000-0000-4000-8000-${String(no).padStart(12, '0')}`

const categoryOf = ({ codeSystem, code }: DemoHotspot, { categories }: Keys) =>
  valueOf(categories, `${codeSystem} ${code}`, 'category')

/** How long a case may take. */
export const limitOf = (hotspot: DemoHotspot, keys: Keys): DemoLimit => categoryOf(hotspot, keys).limit

/** A row of `hotspots` as the insert reads it from JSON, without what the database works out. */
export function hotspotRow(hotspot: DemoHotspot, life: CaseLife, keys: Keys): object {
  const { campaigns, units, places } = keys
  const { no, campaign, placeKey, unitKey, shape, position, endReason, quantity } = hotspot
  const category = categoryOf(hotspot, keys)
  return {
    i: hotspotId(no),
    n: no,
    c: campaign === null ? null : valueOf(campaigns, campaign, 'campaign'),
    k: category.id,
    p: placeKey === null ? null : valueOf(places, placeKey, 'place'),
    u: unitKey === null ? null : valueOf(units, unitKey, 'unit').id,
    s: hotspot.status,
    b: hotspot.closedBySource,
    e: endReason,
    v: hotspot.version,
    g: category.urgent,
    t: hotspot.title,
    d: hotspot.description,
    a: hotspot.address,
    q: quantity,
    qu: hotspot.quantityUnit,
    o: hotspot.source,
    x: position[0],
    y: position[1],
    h: shape && { type: shape.type, coordinates: shape.type === 'LineString' ? shape.line : [shape.ring] },
    r: iso(hotspot.reportedAt),
    rp: hotspot.precision,
    z: hotspot.closedAt === null ? null : iso(hotspot.closedAt),
    m: iso(hotspot.createdAt),
    w: iso(hotspot.updatedAt),
    f: lifeRow(hotspot, life),
  }
}

/** What a case carries beside its status; what it does not have is left out, as most cases have little of it. */
function lifeRow({ relapseOf }: DemoHotspot, life: CaseLife): object {
  return {
    relapse_of: relapseOf === null ? undefined : hotspotId(relapseOf),
    duplicate_of: life.duplicateOf === null ? undefined : hotspotId(life.duplicateOf),
    transferred_to: life.transferredTo ?? undefined,
    suspended_from: life.suspendedFrom ?? undefined,
    limit_amount: life.limit?.amount,
    limit_unit: life.limit?.unit,
    due_at: isoOf(life.dueAt),
    first_due_at: isoOf(life.firstDueAt),
    clock_left: life.clockLeft ?? undefined,
    extension_days: life.extensionDays ?? undefined,
    handed_in_at: isoOf(life.handedInAt),
    urged_at: isoOf(life.urgedAt),
    urged_count: life.urged || undefined,
    returned_count: life.returned || undefined,
    reworked_count: life.reworked || undefined,
    extended_count: life.extended || undefined,
  }
}

/** A row of `hotspot_events` as the insert reads it from JSON. */
export function eventRow(hotspot: DemoHotspot, event: DemoEvent, life: CaseLife, { units, users }: Keys): object {
  const unit = event.unitKey === null ? null : valueOf(units, event.unitKey, 'unit')
  return {
    i: hotspotId(hotspot.no),
    a: iso(event.at),
    s: event.step,
    f: event.from,
    t: event.to,
    v: event.version,
    u: valueOf(users, event.actor, 'account'),
    r: event.role,
    w: event.role === 'handler' ? unit?.id : null,
    e: event.reason,
    n: event.note,
    d: detailOf(hotspot, event, life, unit),
  }
}

/** Days after the closing on which a case is looked at again, as the shipped setting has them. */
const REVISIT_DAYS = [7, 30, 90]

/** Rows of `revisits` for a case that was verified: three looks, as many of them done as its history tells. */
export function revisitRows({ no, events }: DemoHotspot): object[] {
  const closing = events.find(({ step }) => step === 'verify')
  if (!closing) return []
  const done = events.filter(({ step }) => step === 'pass_revisit')
  return REVISIT_DAYS.map((days, at) => ({
    i: hotspotId(no),
    d: daysAfter(dayOf(closing.at), days),
    v: done[at]?.version,
  }))
}

/** A row of `hotspot_sources` for a case from the old ledger. */
export function sourceRow(hotspot: DemoHotspot): object {
  const { no, reportedAt, closedAt, position, title, address, createdAt } = hotspot
  return {
    i: hotspotId(no),
    k: ledgerKey(no),
    r: {
      台账编号: ledgerKey(no),
      登记日期: dayOf(reportedAt),
      销号日期: dayOf(closedAt ?? reportedAt),
      状态: '已销号',
      问题: title,
      地址: address,
      经度: position[0],
      纬度: position[1],
      crs: 'EPSG:4326',
    },
    m: iso(createdAt),
  }
}

const ledgerKey = (no: number) => `TZ-${String(no).padStart(4, '0')}`

function detailOf(
  hotspot: DemoHotspot,
  { step, version, originalNo, receiver, days }: DemoEvent,
  { extensions }: CaseLife,
  unit: { id: number; name: string; nameEn: string } | null,
) {
  if (step === 'assign' || step === 'return')
    return { unitId: unit?.id, unitName: unit?.name, unitNameEn: unit?.nameEn }
  if (step === 'mark_duplicate') return { originalNo }
  if (step === 'transfer') return { receiver }
  if (step === 'ask_extension') return { days }
  if (step === 'grant_extension') {
    const granted = extensions.get(version)
    return granted && { ...granted, from: iso(granted.from), to: iso(granted.to) }
  }
  if (step !== 'imported') return null
  return {
    source: 'old-ledger',
    sourceKey: ledgerKey(hotspot.no),
    sourceStatus: '已销号',
    reportedAt: dayOf(hotspot.reportedAt),
    closedAt: dayOf(hotspot.closedAt ?? hotspot.reportedAt),
  }
}

const iso = (ms: number) => new Date(ms).toISOString()
const isoOf = (ms: number | null) => (ms === null ? undefined : iso(ms))
