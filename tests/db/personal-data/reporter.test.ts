import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, DISPATCH_PEOPLE, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { anyCategory } from '../support/hotspots.ts'

const NAME = '柳望舒'
const PHONE = '13912345678'
const MAY: DispatchPerson[] = [
  'admin',
  'planner',
  'planner of the village',
  'supervisor',
  'supervisor of the village',
  'supervisor who is a member of the unit',
  'supervisor who did the work',
  'secret key',
]

/** Every way to read something of a case through the API, `$1` its number, `$2` the root. */
const WAYS: Record<string, string> = {
  'the table of reporters': 'select to_jsonb(r)::text as said from public.hotspot_reporters r',
  hotspots: 'select to_jsonb(h)::text as said from public.hotspots h',
  events: 'select to_jsonb(e)::text as said from public.hotspot_events e',
  sources: 'select to_jsonb(s)::text as said from public.hotspot_sources s',
  photos: 'select to_jsonb(p)::text as said from public.photos p',
  revisits: 'select to_jsonb(r)::text as said from public.revisits r',
  members: 'select to_jsonb(m)::text as said from public.members m',
  'messages of the topics that it may hear': 'select to_jsonb(m)::text as said from realtime.messages m',
  'the detail': 'select public.hotspot_detail($1)::text as said',
  tiles: `select public.hotspot_tile(0, 0, 0, jsonb_build_object('root', $2::bigint))::text as said`,
  'the list of a tile': `select public.hotspots_in_tile(0, 0, 0, jsonb_build_object('root', $2::bigint))::text as said`,
  'what is in view': `select public.hotspots_in_view('{-180,-85,180,85}', jsonb_build_object('root', $2::bigint))::text as said`,
  'search for the name': `select public.search_hotspots($2, '${NAME}')::text as said`,
  'search for the phone': `select public.search_hotspots($2, '${PHONE}')::text as said`,
  'what is near': 'select public.nearby_open_cases($2, 117.92, 30.95, null, 500)::text as said',
  'counts near': 'select public.hotspots_near($2, 117.92, 30.95, 500)::text as said',
  'who answers': 'select public.who_answers($2, 117.92, 30.95)::text as said',
  'the ledger': `select public.case_page(jsonb_build_object('root', $2::bigint))::text as said`,
  'the counts of the ledger': `select public.case_counts(jsonb_build_object('root', $2::bigint))::text as said`,
  'its counts': `select public.hotspot_counts(jsonb_build_object('root', $2::bigint))::text as said`,
  'a refused step': `select public.advance_hotspot((select id from public.hotspots where no = $1), 'accept', 7)::text as said`,
  'a step': `select public.advance_hotspot((select id from public.hotspots where no = $1), 'accept', 1)::text as said`,
}

/** Ways that show a reporter to whoever may know. */
const SHOWS = ['the table of reporters', 'the detail']

describe('name and phone of who reported a case', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let no: number

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    const [lng, lat] = dispatch.township.at.west
    const categoryId = await anyCategory(db.query)
    const report = { root: dispatch.township.root, categoryId, lng, lat, title: '垃圾', source: 'hotline' }
    const rows = await db.as(dispatch.people['officer of the village'], (query) =>
      query<{ hotspot: { no: number } }>("select public.advance_hotspot($1, 'report', null, $2) as hotspot", [
        randomUUID(),
        { ...report, reporter: { name: ` ${NAME} `, phone: PHONE } },
      ]),
    )
    no = rows[0]!.hotspot.no
    // The unit's handlers see the case wherever they are.
    await db.query('update public.hotspots set unit_id = $1', [dispatch.units.cleaners])
  })
  afterAll(() => db.close())

  it('is kept without the spaces around it', async () => {
    expect(await db.query('select name, phone from public.hotspot_reporters')).toEqual([{ name: NAME, phone: PHONE }])
  })

  it.each(DISPATCH_PEOPLE)('is told by these ways to: %s', async (person) => {
    const told: string[] = []
    await db.rehearse(dispatch.people[person], async (query) => {
      for (const [way, sql] of Object.entries(WAYS)) {
        const all = [no, dispatch.township.root]
        const count = Math.max(0, ...[...sql.matchAll(/\$(\d)/g)].map((match) => Number(match[1])))
        const parameters = all.slice(0, count)
        const typed = sql.includes('$2') && !sql.includes('$1') ? `/* $1 */ ${sql.replaceAll('$2', '$1')}` : sql
        const answer = await attempt<{ said: string | null }>(query, typed, typed === sql ? parameters : [all[1]])
        const said = JSON.stringify([answer.rows, answer.refused?.message, answer.refused?.detail])
        if (said.includes(NAME) || said.includes(PHONE)) told.push(way)
        // A way that nobody can go would prove nothing.
        expect(['42P01', '42883', '42601', '42703', '42P18']).not.toContain(refusalOf(answer))
      }
    })
    const expected = person === 'secret key' ? ['the table of reporters'] : MAY.includes(person) ? SHOWS : []
    expect(told).toEqual(expected)
  })

  it.each([{ reporter: { name: '甲'.repeat(101) } }, { reporter: { phone: '1'.repeat(41) } }])(
    'is not kept when it is no name or phone',
    async (given) => {
      const [lng, lat] = dispatch.township.at.west
      const answer = await db.rehearse(dispatch.people['officer of the village'], async (query) =>
        attempt(query, "select public.advance_hotspot($1, 'report', null, $2)", [
          randomUUID(),
          { root: dispatch.township.root, categoryId: await anyCategory(query), lng, lat, ...given },
        ]),
      )
      expect(refusalOf(answer)).toBe('PT422 reporter_invalid')
    },
  )

  it('is nothing where nobody was named', async () => {
    const [lng, lat] = dispatch.township.at.west
    const detail = await db.rehearse(dispatch.people.supervisor, async (query) => {
      const rows = await query<{ hotspot: { no: number } }>(
        "select public.advance_hotspot($1, 'report', null, $2) as hotspot",
        [
          randomUUID(),
          { root: dispatch.township.root, categoryId: await anyCategory(query), lng, lat, reporter: { name: ' ' } },
        ],
      )
      const [row] = await query<{ detail: { reporter: unknown } }>('select public.hotspot_detail($1) as detail', [
        rows[0]!.hotspot.no,
      ])
      return row!.detail
    })
    expect(detail.reporter).toBeNull()
  })
})
