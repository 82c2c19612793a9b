import { randomUUID } from 'node:crypto'
import type { Answer, Door } from '../access/door.ts'
import type { Person } from '../access/read-matrix.ts'
import type { Setting } from '../access/setting.ts'

/** An attempt to write by hand what only a step, an import or a trigger writes. */
export type ByHand = { what: string; attempt: (door: Door, setting: Setting, who: Person) => Promise<Answer> }

const facts = ({ town, sharedCategory }: Setting) => ({
  root_id: town,
  category_id: sharedCategory,
  source: 'officer',
  lng: 117.94,
  lat: 30.97,
  reported_at: '2026-03-01T00:00:00Z',
})

const closed = { status: 'closed', end_reason: 'fixed', closed_at: '2026-03-02T00:00:00Z' }

const change = (what: string, values: Record<string, unknown>): ByHand => ({
  what: `changes a hotspot: ${what}`,
  attempt: (door, { hotspot }, who) => door.update(who, 'hotspots', { id: hotspot }, values),
})

const counter = ({ town, village }: Setting) => ({
  root_id: town,
  level: 0,
  cell: 0,
  campaign_id: 0,
  state: 5,
  area_id: village,
})

export const BY_HAND: ByHand[] = [
  change('closes it', closed),
  change('moves it on', { status: 'in_progress' }),
  change('raises its version', { version: 99 }),
  change('calls it closed per source', { ...closed, closed_by_source: true, source: 'import' }),
  change('says where it comes from', { source: 'public' }),
  change('gives it to another unit', { unit_id: null }),
  change('moves it elsewhere', { lng: 117.7, lat: 30.7 }),
  change('puts it into no area', { area_id: null }),
  change('makes it urgent', { urgent: true }),
  change('gives it more time', { due_at: '2099-01-01T00:00:00Z' }),
  change('stops its clock', { due_at: null, clock_left: 9 }),
  change('forgets that it was sent back', { reworked_count: 0, returned_count: 0 }),
  change('suspends it', { status: 'suspended', suspended_from: 'accepted' }),
  change('calls it a duplicate', {
    ...closed,
    status: 'duplicate',
    end_reason: 'duplicate',
    duplicate_of: randomUUID(),
  }),
  change('calls it a relapse', { relapse_of: randomUUID() }),
  change('says that all of it was found done', { quantity: 1, quantity_verified: 1 }),
  {
    what: 'adds a closed hotspot',
    attempt: (door, setting, who) => door.insert(who, 'hotspots', { id: randomUUID(), ...facts(setting), ...closed }),
  },
  {
    what: 'adds a reported hotspot',
    attempt: (door, setting, who) => door.insert(who, 'hotspots', { id: randomUUID(), ...facts(setting) }),
  },
  {
    what: 'writes a closed hotspot over one that is there',
    attempt: (door, setting, who) =>
      door.upsert(who, 'hotspots', { id: setting.hotspot, ...facts(setting), ...closed }, ['id']),
  },
  {
    what: 'deletes a hotspot',
    attempt: (door, { hotspot }, who) => door.remove(who, 'hotspots', { id: hotspot }),
  },
  {
    what: 'adds an event',
    attempt: (door, { hotspot }, who) =>
      door.insert(who, 'hotspot_events', {
        hotspot_id: hotspot,
        step: 'verify',
        from_status: 'handed_in',
        to_status: 'closed',
        version: 9,
      }),
  },
  {
    what: 'rewrites an event',
    attempt: (door, { hotspot }, who) =>
      door.update(who, 'hotspot_events', { hotspot_id: hotspot }, { reason: 'another one' }),
  },
  {
    what: 'deletes an event',
    attempt: (door, { hotspot }, who) => door.remove(who, 'hotspot_events', { hotspot_id: hotspot }),
  },
  {
    what: 'adds a revisit',
    attempt: (door, { hotspot, town }, who) =>
      door.insert(who, 'revisits', { hotspot_id: hotspot, root_id: town, due_on: '2031-03-03' }),
  },
  {
    what: 'passes a revisit',
    attempt: (door, { hotspot }, who) =>
      door.update(who, 'revisits', { hotspot_id: hotspot }, { passed: true, done_at: '2026-03-02T00:00:00Z' }),
  },
  {
    what: 'deletes revisits',
    attempt: (door, { hotspot }, who) => door.remove(who, 'revisits', { hotspot_id: hotspot }),
  },
  {
    what: 'names another reporter',
    attempt: (door, { hotspot }, who) =>
      door.update(who, 'hotspot_reporters', { hotspot_id: hotspot }, { name: 'another one' }),
  },
  {
    what: 'adds a reporter',
    attempt: (door, { bareHotspot }, who) =>
      door.insert(who, 'hotspot_reporters', { hotspot_id: bareHotspot, name: 'somebody' }),
  },
  {
    what: 'deletes a reporter',
    attempt: (door, { hotspot }, who) => door.remove(who, 'hotspot_reporters', { hotspot_id: hotspot }),
  },
  {
    what: 'adds to a counter',
    attempt: (door, setting, who) =>
      door.upsert(who, 'hotspot_counters', { ...counter(setting), n: 1000 }, Object.keys(counter(setting))),
  },
  {
    what: 'adds a counter',
    attempt: (door, setting, who) =>
      door.insert(who, 'hotspot_counters', { ...counter(setting), campaign_id: 999_999, n: 1000 }),
  },
  {
    what: 'changes counters',
    attempt: (door, { town }, who) => door.update(who, 'hotspot_counters', { root_id: town }, { n: 1000 }),
  },
  {
    what: 'deletes counters',
    attempt: (door, { town }, who) => door.remove(who, 'hotspot_counters', { root_id: town }),
  },
  {
    what: 'adds a source',
    attempt: (door, { town, bareHotspot }, who) =>
      door.insert(who, 'hotspot_sources', {
        hotspot_id: bareHotspot,
        root_id: town,
        source: 'x',
        source_key: 'x',
        fields: {},
      }),
  },
  {
    what: 'rewrites a source',
    attempt: (door, { town }, who) => door.update(who, 'hotspot_sources', { root_id: town }, { fields: {} }),
  },
  {
    what: 'deletes a source',
    attempt: (door, { town }, who) => door.remove(who, 'hotspot_sources', { root_id: town }),
  },
  {
    what: 'ends the reassignment of areas',
    attempt: (door, { town }, who) => door.remove(who, 'area_reassignments', { root_id: town }),
  },
]

/** Functions that are not the API's, by the names under which somebody may look for them there. */
export const NOT_EXPOSED: [name: string, parameters: Record<string, unknown>][] = [
  ['report_hotspot', { p_id: randomUUID(), p_input: {} }],
  ['write_step', { p_before: null, p_after: null, p_rule: null, p_input: {}, p_extra: {} }],
  ['write_case', { p_case: null, p_roles: [], p_note: null }],
  ['schedule_revisits', { p_hotspot: null }],
  ['close_revisit', { p_hotspot: null, p_event_id: 1, p_passed: true }],
  ['keep_reporter', { p_hotspot_id: randomUUID(), p_reporter: {} }],
  ['attach_photos', { p_hotspot_id: randomUUID(), p_event_id: 1, p_step: 'hand_in', p_photos: [] }],
  ['rebuild_counters', {}],
  ['count_hotspots', {}],
  ['make_root_area', { p_name: 'x', p_name_en: null, p_level: 'county', p_time_zone: null }],
  ['create_first_admin', { p_user_id: randomUUID(), p_display_name: 'x', p_township_name: 'x' }],
  ['adopt_catalogue', { p_root_id: 1 }],
  ['hotspot_json', { p_id: randomUUID() }],
  ['set_config', { setting_name: 'role', new_value: 'postgres', is_local: true }],
  ['set_config', { setting_name: 'request.jwt.claims', new_value: '{}', is_local: true }],
  ['pg_sleep', { seconds: 1 }],
  ['query_to_xml', { query: 'select 1' }],
]
