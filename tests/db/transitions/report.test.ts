import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, DISPATCH_PEOPLE, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { fingerprint } from '../support/fingerprint.ts'
import { anyCategory } from '../support/hotspots.ts'
import { one } from '../support/one.ts'

type Input = Record<string, unknown>
type Case = Record<string, unknown> & { id: string; no: number }

describe('a report', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let category: number
  let foreignCategory: number

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    category = await anyCategory(db.query)
    const added = await one<{ id: number }>(
      db.query,
      `insert into public.categories (root_id, code_system, code, valid_from, name)
       values ($1, 'neighbour', 'x', '2026-01-01', '邻镇类别') returning id`,
      [dispatch.foreign.root],
    )
    foreignCategory = added.id
  })
  afterAll(() => db.close())

  const inTheVillage = (): Input => {
    const [lng, lat] = dispatch.township.at.west
    return { root: dispatch.township.root, categoryId: category, lng, lat }
  }

  /** Sends a report and keeps what came of it. */
  async function report(person: DispatchPerson, input: Input, id: string = randomUUID()) {
    const answer = await db.as(dispatch.people[person], (query) =>
      attempt<{ hotspot: Case }>(query, "select public.advance_hotspot($1, 'report', null, $2) as hotspot", [
        id,
        input,
      ]),
    )
    return { id, refusal: refusalOf(answer), hotspot: answer.rows?.[0]?.hotspot }
  }

  describe('of something in the village', () => {
    const MAY: DispatchPerson[] = [
      'planner',
      'planner of the village',
      'supervisor',
      'supervisor of the village',
      'supervisor who is a member of the unit',
      'supervisor who did the work',
      'handler of the unit',
      'handler of another unit',
      'officer of the village',
    ]
    const ELSEWHERE: DispatchPerson[] = [
      'supervisor of another village',
      'supervisor of another village who handles for the unit',
      'handler of the unit in another village',
      'officer of another village',
    ]
    const expected = (person: DispatchPerson) => {
      if (MAY.includes(person)) return null
      if (ELSEWHERE.includes(person)) return 'PT403 outside_scope'
      return person === 'signed-out person' || person === 'secret key' ? '42501' : 'PT403 not_allowed'
    }

    it.each(DISPATCH_PEOPLE)('from the %s', async (person) => {
      const before = await fingerprint(db.query, 'public.hotspots', 'public.hotspot_events')
      const { id, refusal } = await report(person, inTheVillage())
      expect(refusal).toBe(expected(person))
      const written = await db.query('select status, version, area_id from public.hotspots where id = $1', [id])
      if (refusal === null) {
        expect(written).toEqual([{ status: 'reported', version: 1, area_id: dispatch.township.west }])
      } else {
        expect(written).toEqual([])
        expect(await fingerprint(db.query, 'public.hotspots', 'public.hotspot_events')).toBe(before)
      }
    })
  })

  it('is written with its facts and one event', async () => {
    const place = await one<{ id: number }>(
      db.query,
      `insert into public.places (root_id, kind, name, lng, lat) values ($1, 'market', '市场', 117.92, 30.95) returning id`,
      [dispatch.township.root],
    )
    const campaign = await one<{ id: number }>(
      db.query,
      'select min(id) as id from public.campaigns where root_id = $1',
      [dispatch.township.root],
    )
    const { id, hotspot } = await report('officer of the village', {
      ...inTheVillage(),
      campaignId: campaign.id,
      placeId: place.id,
      title: ' 垃圾堆 ',
      description: '路边',
      address: '   ',
      quantity: 2.5,
      quantityUnit: '立方米',
      urgent: true,
      source: 'public',
      reportedAt: '2026-03-01T08:00:00+08:00',
      note: '已拍照',
    })
    expect(hotspot).toMatchObject({
      id,
      no: expect.any(Number),
      rootId: dispatch.township.root,
      areaId: dispatch.township.west,
      campaignId: campaign.id,
      categoryId: category,
      placeId: place.id,
      unitId: null,
      status: 'reported',
      state: 0,
      version: 1,
      title: '垃圾堆',
      description: '路边',
      address: null,
      quantity: 2.5,
      quantityUnit: '立方米',
      urgent: true,
      source: 'public',
      closedBySource: false,
      endReason: null,
      closedAt: null,
      reportedPrecision: 'second',
    })
    expect(new Date(String(hotspot?.reportedAt)).toISOString()).toBe('2026-03-01T00:00:00.000Z')
    const events = await db.query('select * from public.hotspot_events where hotspot_id = $1', [id])
    expect(events).toEqual([
      expect.objectContaining({
        step: 'report',
        from_status: null,
        to_status: 'reported',
        version: 1,
        actor_id: dispatch.people['officer of the village'].userId,
        actor_role: 'officer',
        note: '已拍照',
      }),
    ])
  })

  it.each([
    { where: 'west', area: 'west' },
    { where: 'east', area: 'east' },
    { where: 'direct', area: 'root' },
    { where: 'outside', area: null },
  ] as const)('finds its area: $where', async ({ where, area }) => {
    const [lng, lat] = dispatch.township.at[where]
    const { hotspot } = await report('supervisor', { ...inTheVillage(), lng, lat })
    expect(hotspot?.areaId).toBe(area === null ? null : dispatch.township[area])
  })

  it.each(['direct', 'outside'] as const)('from the officer of a village is refused %s', async (where) => {
    const [lng, lat] = dispatch.township.at[where]
    const { refusal } = await report('officer of the village', { ...inTheVillage(), lng, lat })
    expect(refusal).toBe('PT403 outside_scope')
  })

  it('is urgent when its category is and nothing else is said', async () => {
    const urgent = await one<{ id: number }>(
      db.query,
      'select min(id) as id from public.categories where urgent and root_id is null',
    )
    const taken = await report('supervisor', { ...inTheVillage(), categoryId: urgent.id })
    const denied = await report('supervisor', { ...inTheVillage(), categoryId: urgent.id, urgent: false })
    expect([taken.hotspot?.urgent, denied.hotspot?.urgent]).toEqual([true, false])
  })

  it('of a line or a patch stands on a point of it', async () => {
    const { at } = dispatch.township
    const geometry = { type: 'LineString', coordinates: [at.west, [117.93, 30.95]] }
    const { lng: _lng, lat: _lat, ...rest } = inTheVillage()
    const { hotspot } = await report('supervisor', { ...rest, geometry })
    expect(hotspot).toMatchObject({ shape: { type: 'LineString' }, areaId: dispatch.township.west })
    expect(Number(hotspot?.lng)).toBeGreaterThanOrEqual(117.92)
    expect(Number(hotspot?.lng)).toBeLessThanOrEqual(117.93)
  })

  it('of a point given as geometry stands there', async () => {
    const { lng, lat, ...rest } = inTheVillage()
    const { hotspot } = await report('supervisor', { ...rest, geometry: { type: 'Point', coordinates: [lng, lat] } })
    expect(hotspot).toMatchObject({ lng, lat, shape: null })
  })

  describe('is refused', () => {
    const bowTie = [
      [117.92, 30.95],
      [117.93, 30.96],
      [117.93, 30.95],
      [117.92, 30.96],
      [117.92, 30.95],
    ]
    it.each<[why: string, change: (dispatch: Dispatch) => Input, code: string]>([
      ['without a root', () => ({ root: null }), 'root_required'],
      ['with a word for a root', () => ({ root: 'here' }), 'root_required'],
      ['without a category', () => ({ categoryId: null }), 'category_required'],
      ['with a word for a category', () => ({ categoryId: 'dirt' }), 'category_required'],
      ['with an unknown category', () => ({ categoryId: 999_999 }), 'category_unknown'],
      ['with a category of a neighbour', () => ({ categoryId: foreignCategory }), 'category_unknown'],
      ['with an unknown campaign', () => ({ campaignId: 999_999 }), 'campaign_unknown'],
      ['with a word for a campaign', () => ({ campaignId: 'ads' }), 'campaign_unknown'],
      ['with a campaign of a neighbour', ({ foreign }) => ({ campaignId: foreign.campaign }), 'campaign_unknown'],
      ['with an unknown place', () => ({ placeId: 999_999 }), 'place_unknown'],
      ['with a word for a place', () => ({ placeId: 'market' }), 'place_unknown'],
      ['with an unknown source', () => ({ source: 'rumour' }), 'source_unknown'],
      ['as an import', () => ({ source: 'import' }), 'source_unknown'],
      ['without a location', () => ({ lng: null, lat: null }), 'location_required'],
      ['with half a location', () => ({ lat: null }), 'location_required'],
      ['with words for a location', () => ({ lng: 'east' }), 'location_required'],
      ['west of the earth', () => ({ lng: -180.1 }), 'location_invalid'],
      ['north of the earth', () => ({ lat: 90.1 }), 'location_invalid'],
      ['at no number', () => ({ lng: 'NaN' }), 'location_required'],
      ['at a number in quotes', () => ({ lat: '30.95' }), 'location_required'],
      ['with a broken ring', () => ({ geometry: { type: 'Polygon', coordinates: [bowTie] } }), 'location_invalid'],
      [
        'with many points',
        () => ({ geometry: { type: 'MultiPoint', coordinates: [[117.92, 30.95]] } }),
        'location_invalid',
      ],
      ['with half a point', () => ({ geometry: { type: 'Point', coordinates: [117.92] } }), 'location_required'],
      ['with a point of words', () => ({ geometry: { type: 'Point', coordinates: ['a', 'b'] } }), 'location_required'],
      ['with a date that is none', () => ({ reportedAt: '2026-02-30T08:00:00Z' }), 'date_invalid'],
      ['with a date without a zone', () => ({ reportedAt: '2026-03-01T08:00:00' }), 'date_invalid'],
      ['from the future', () => ({ reportedAt: '2999-01-01T00:00:00Z' }), 'date_invalid'],
      ['with a word for a quantity', () => ({ quantity: 'many' }), 'quantity_invalid'],
      ['with less than nothing', () => ({ quantity: -1 }), 'quantity_invalid'],
    ])('%s', async (_, change, code) => {
      const before = await fingerprint(db.query, 'public.hotspots', 'public.hotspot_events')
      const { refusal } = await report('supervisor', { ...inTheVillage(), ...change(dispatch) })
      expect(refusal).toBe(`PT422 ${code}`)
      expect(await fingerprint(db.query, 'public.hotspots', 'public.hotspot_events')).toBe(before)
    })

    it('in a root that is not the reporter’s', async () => {
      const { refusal } = await report('supervisor', { ...inTheVillage(), root: dispatch.foreign.root })
      expect(refusal).toBe('PT403 not_allowed')
    })

    it('with a village for a root', async () => {
      const { refusal } = await report('supervisor', { ...inTheVillage(), root: dispatch.township.west })
      expect(refusal).toBe('PT403 not_allowed')
    })
  })

  describe('that is sent twice', () => {
    it('is one case with one event', async () => {
      const first = await report('officer of the village', inTheVillage())
      const second = await report('officer of the village', inTheVillage(), first.id)
      expect(second).toEqual(first)
      const [events] = await db.query('select count(*) as n from public.hotspot_events where hotspot_id = $1', [
        first.id,
      ])
      expect(events).toEqual({ n: 1 })
    })

    it('is the same case as it is by now', async () => {
      const { id } = await report('officer of the village', inTheVillage())
      await db.as(dispatch.people.supervisor, (query) => query("select public.advance_hotspot($1, 'accept', 1)", [id]))
      const again = await report('officer of the village', inTheVillage(), id)
      expect(again.hotspot).toMatchObject({ id, status: 'accepted', version: 2 })
    })

    it('is refused when it is about another spot, another category or from somebody else', async () => {
      const { id } = await report('officer of the village', inTheVillage())
      const other = await one<{ id: number }>(
        db.query,
        'select max(id) as id from public.categories where root_id is null',
      )
      const attempts = [
        await report('officer of the village', { ...inTheVillage(), lng: 117.921 }, id),
        await report('officer of the village', { ...inTheVillage(), categoryId: other.id }, id),
        await report('supervisor', inTheVillage(), id),
      ]
      expect(attempts.map(({ refusal }) => refusal)).toEqual(Array(3).fill('PT422 id_taken'))
      const [kept] = await db.query('select lng, version from public.hotspots where id = $1', [id])
      expect(kept).toEqual({ lng: 117.92, version: 1 })
    })

    it('is refused when it draws another line', async () => {
      const line = (east: number) => ({
        type: 'LineString',
        coordinates: [
          [117.92, 30.95],
          [east, 30.95],
        ],
      })
      const { id, refusal } = await report('supervisor', { ...inTheVillage(), geometry: line(117.93) })
      expect(refusal).toBeNull()
      const same = await report('supervisor', { ...inTheVillage(), geometry: line(117.93) }, id)
      const other = await report('supervisor', { ...inTheVillage(), geometry: line(117.935) }, id)
      expect([same.refusal, other.refusal]).toEqual([null, 'PT422 id_taken'])
    })
  })
})
