import { randomUUID } from 'node:crypto'
import { HOTSPOT_STATUSES, type HotspotStatus } from '../../../src/domain/status.ts'
import { randomFrom } from '../support/random.ts'

/** What the statements may refer to. */
export type Ground = {
  roots: number[]
  areas: number[]
  campaigns: number[]
  unit: number
  category: number
}

type Random = ReturnType<typeof randomFrom>

const END_REASON: Partial<Record<HotspotStatus, string>> = {
  closed: 'fixed',
  held: 'fixed',
  rejected: 'rejected',
  duplicate: 'duplicate',
  transferred: 'transferred',
}

const COLUMNS =
  'id, root_id, category_id, campaign_id, unit_id, status, end_reason, closed_at, closed_by_source, source, lng, lat, reported_at'

/** Around the township, now and then exactly on a border, far out, at a pole or at the date line. */
function position({ next, between, pick }: Random): [lng: number, lat: number] {
  if (next() < 0.05)
    return pick([
      [117.94, 30.95],
      [117.94, 30.97],
      [180, 0],
      [-180, 10],
      [0, 90],
      [0, -90],
      [118.1, 30.95],
    ])
  return [117.88 + between(0, 120) / 1000, 30.91 + between(0, 120) / 1000]
}

function state({ pick, next }: Random, unit: number) {
  const status = pick(HOTSPOT_STATUSES)
  const reason = END_REASON[status]
  const bySource = status === 'closed' && next() < 0.5
  return {
    status: `'${status}'`,
    end_reason: reason ? `'${reason}'` : 'null',
    closed_at: reason ? 'now()' : 'null',
    closed_by_source: String(bySource),
    source: bySource ? `'import'` : `'officer'`,
    unit_id: String(unit),
  }
}

const orNull = ({ next, pick }: Random, items: number[]) => (next() < 0.3 ? 'null' : String(pick(items)))

function rowValues(random: Random, ground: Ground, id: string): string {
  const [lng, lat] = position(random)
  const s = state(random, ground.unit)
  return `('${id}', ${random.pick(ground.roots)}, ${ground.category}, ${orNull(random, ground.campaigns)}, ${s.unit_id}, ${s.status},
    ${s.end_reason}, ${s.closed_at}, ${s.closed_by_source}, ${s.source}, ${lng}, ${lat}, '2026-03-01T00:00:00Z')`
}

/** Endless statements on hotspots, each of its own kind; `known` are ids that have been used before. */
export function* randomStatements(seed: number, ground: Ground): Generator<string, never> {
  const random = randomFrom(seed)
  const known: string[] = []

  const fresh = (): string => {
    const id = randomUUID()
    known.push(id)
    return id
  }
  const some = (most: number) => Array.from({ length: random.between(1, most) }, () => `'${random.pick(known)}'`).join()
  const insert = (rows: number, id: () => string = fresh) =>
    `insert into public.hotspots (${COLUMNS}) values ${Array.from({ length: rows }, () => rowValues(random, ground, id())).join()}`
  const setState = () =>
    Object.entries(state(random, ground.unit))
      .map(([column, value]) => `${column} = ${value}`)
      .join()

  const kinds: (() => string)[] = [
    () => insert(1),
    () => insert(1),
    () => insert(random.between(2, 12)),
    () =>
      `${insert(random.between(1, 4), () => (random.next() < 0.5 ? random.pick(known) : fresh()))} on conflict do nothing`,
    () => `${insert(1, () => random.pick(known))} on conflict (id) do update set ${setState()}`,
    () => `${insert(2)} on conflict (id) do update set campaign_id = null`,
    () => `update public.hotspots set ${setState()} where id in (${some(1)})`,
    () => `update public.hotspots set ${setState()} where id in (${some(30)})`,
    () => `update public.hotspots set campaign_id = ${orNull(random, ground.campaigns)} where id in (${some(20)})`,
    () => `update public.hotspots set area_id = ${orNull(random, ground.areas)} where id in (${some(20)})`,
    () => {
      const [lng, lat] = position(random)
      return `update public.hotspots set lng = ${lng}, lat = ${lat} where id in (${some(10)})`
    },
    () => `update public.hotspots set root_id = ${random.pick(ground.roots)} where id in (${some(5)})`,
    () => `update public.hotspots set title = 'x', version = version + 1 where id in (${some(10)})`,
    () => `update public.hotspots set campaign_id = null where false`,
    () => `delete from public.hotspots where id in (${some(3)})`,
    () => `delete from public.hotspots where id in (${some(12)})`,
  ]

  yield insert(20)
  for (;;) {
    const statement = random.pick(kinds)()
    const fate = random.next()
    if (fate < 0.06) yield `begin; ${statement}; ${random.pick(kinds)()}; rollback`
    else if (fate < 0.1)
      yield `begin; savepoint s; ${statement}; rollback to savepoint s; ${random.pick(kinds)()}; commit`
    else yield statement
  }
}
