import { serviceRole, signedInNobody, signedOut } from '../../support/actors.ts'
import type { Actor, Query } from '../../support/test-database.ts'
import { addRoot } from './areas.ts'
import { addPerson, addUnit } from './people.ts'
import { addTownship, type Township } from './township.ts'

/** Everybody who may stand in some relation to a case in the west village that the unit `cleaners` works on. */
export const DISPATCH_PEOPLE = [
  'admin',
  'planner',
  'planner of the village',
  'supervisor',
  'supervisor of the village',
  'supervisor of another village',
  'supervisor who is a member of the unit',
  'supervisor who did the work',
  'supervisor of another village who handles for the unit',
  'handler of the unit',
  'handler of the unit in another village',
  'handler of another unit',
  'officer of the village',
  'officer of another village',
  'viewer',
  'leader',
  'stranger',
  'person without a role',
  'signed-out person',
  'secret key',
] as const

export type DispatchPerson = (typeof DISPATCH_PEOPLE)[number]

export type Dispatch = {
  township: Township
  /** The unit that works on the cases, and another one of the same township. */
  units: { cleaners: number; market: number }
  /** A unit and a root elsewhere. */
  foreign: { root: number; unit: number; campaign: number }
  people: Record<DispatchPerson, Actor>
}

/** A township with two units and one person for every relation to its cases, and a neighbour who has nothing to say here. */
export async function addDispatch(query: Query): Promise<Dispatch> {
  const township = await addTownship(query)
  const { root, west, east } = township
  const cleaners = await addUnit(query, root, '环卫所')
  const market = await addUnit(query, root, '市场监管所')
  // Photos have tests of their own.
  await query(`insert into public.settings (area_id, key, value) values ($1, 'photo_required', 'false')`, [root])
  const foreignRoot = await addRoot(query, { name: '邻镇' })
  const foreignUnit = await addUnit(query, foreignRoot, '邻镇环卫所')
  const [campaign] = await query<{ id: number }>('select min(id) as id from public.campaigns where root_id = $1', [
    foreignRoot,
  ])
  const people: Dispatch['people'] = {
    admin: await addPerson(query, { role: 'admin', area: root }),
    planner: await addPerson(query, { role: 'planner', area: root }),
    'planner of the village': await addPerson(query, { role: 'planner', area: west }),
    supervisor: await addPerson(query, { role: 'supervisor', area: root }),
    'supervisor of the village': await addPerson(query, { role: 'supervisor', area: west }),
    'supervisor of another village': await addPerson(query, { role: 'supervisor', area: east }),
    'supervisor who is a member of the unit': await addPerson(query, {
      role: 'supervisor',
      area: root,
      unit: cleaners,
    }),
    'supervisor who did the work': await addPerson(query, { role: 'supervisor', area: root }),
    'supervisor of another village who handles for the unit': await addPerson(
      query,
      { role: 'supervisor', area: east },
      { role: 'handler', area: east, unit: cleaners },
    ),
    'handler of the unit': await addPerson(query, { role: 'handler', area: root, unit: cleaners }),
    'handler of the unit in another village': await addPerson(query, { role: 'handler', area: east, unit: cleaners }),
    'handler of another unit': await addPerson(query, { role: 'handler', area: root, unit: market }),
    'officer of the village': await addPerson(query, { role: 'officer', area: west }),
    'officer of another village': await addPerson(query, { role: 'officer', area: east }),
    viewer: await addPerson(query, { role: 'viewer', area: root }),
    leader: await addPerson(query, { role: 'viewer', area: root, leader: true }),
    stranger: await addPerson(
      query,
      { role: 'admin', area: foreignRoot },
      { role: 'planner', area: foreignRoot },
      { role: 'supervisor', area: foreignRoot },
      { role: 'handler', area: foreignRoot, unit: foreignUnit },
    ),
    'person without a role': signedInNobody,
    'signed-out person': signedOut,
    'secret key': serviceRole,
  }
  return {
    township,
    units: { cleaners, market },
    foreign: { root: foreignRoot, unit: foreignUnit, campaign: campaign!.id },
    people,
  }
}
