import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { Query, TestDatabase } from '../../support/test-database.ts'
import { addArea } from '../support/areas.ts'
import { asOwner } from '../support/as-owner.ts'
import { attempt } from '../support/attempt.ts'
import { box } from '../support/box.ts'
import { addDispatch, DISPATCH_PEOPLE, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { addHotspot, anyCategory } from '../support/hotspots.ts'
import { one } from '../support/one.ts'

type Message = { topic: string; event: string; private: boolean; payload: { at: string; n: number; rows: unknown[][] } }

describe('live messages', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let grid: number
  let category: number

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    grid = await addArea(db.query, dispatch.township.west, {
      name: '一网格',
      level: 'grid',
      boundary: box(117.91, 30.94, 117.93, 30.96),
    })
    category = await anyCategory(db.query)
    await db.query('delete from realtime.messages')
  })
  afterAll(() => db.close())

  const messages = (query: Query) =>
    query<Message>('select topic, event, private, payload from realtime.messages order by topic')

  /** What the work sends, in a transaction that leaves nothing behind. */
  const sentBy = (work: (query: Query) => Promise<unknown>) =>
    db.rehearse(dispatch.people.admin, (query) =>
      asOwner(query, async (owner) => {
        await owner('delete from realtime.messages')
        await work(owner)
        return messages(owner)
      }),
    )

  const topics = (...ids: number[]) => ids.map((id) => `area:${id}`).sort()
  const addMany = (query: Query, n: number, lng: number, lat: number) =>
    query(
      `insert into public.hotspots (id, root_id, category_id, source, lng, lat, reported_at, title, description, address)
       select gen_random_uuid(), $1, $2, 'officer', $3, $4, now(), '张三 13800000000', '李四', '某路 1 号' from generate_series(1, $5::int)`,
      [dispatch.township.root, category, lng, lat, n],
    )

  describe('go to every area above the change, one a statement', () => {
    it.each([
      { where: 'a grid', at: 'west', heard: () => [dispatch.township.root, dispatch.township.west, grid] },
      { where: 'a village', at: 'east', heard: () => [dispatch.township.root, dispatch.township.east] },
      { where: 'the township itself', at: 'direct', heard: () => [dispatch.township.root] },
      { where: 'no area', at: 'outside', heard: () => [dispatch.township.root] },
    ] as const)('in $where', async ({ at, heard }) => {
      const [lng, lat] = dispatch.township.at[at]
      const sent = await sentBy((query) => addMany(query, 3, lng, lat))
      expect(sent.map(({ topic }) => topic)).toEqual(topics(...heard()))
      for (const message of sent) {
        expect(message).toMatchObject({ event: 'hotspots', private: true, payload: { n: 3 } })
        expect(message.payload.rows).toHaveLength(3)
      }
    })

    it('also to the area that a hotspot has left', async () => {
      const { township } = dispatch
      const sent = await sentBy(async (query) => {
        const { id } = await addHotspot(query, {
          root: township.root,
          lng: township.at.west[0],
          lat: township.at.west[1],
        })
        await query('delete from realtime.messages')
        await query('update public.hotspots set lng = $2, lat = $3 where id = $1', [id, ...township.at.east])
      })
      expect(sent.map(({ topic }) => topic)).toEqual(topics(township.root, township.west, township.east, grid))
      expect(sent.every(({ payload }) => payload.n === 1 && payload.rows.length === 1)).toBe(true)
    })

    it('and not at all when nothing has changed that the map shows', async () => {
      const { township } = dispatch
      const sent = await sentBy(async (query) => {
        const { id } = await addHotspot(query, {
          root: township.root,
          lng: township.at.west[0],
          lat: township.at.west[1],
        })
        await query('delete from realtime.messages')
        await query(`update public.hotspots set title = 'x' where id = $1`, [id])
        await query(`update public.hotspots set status = 'accepted' where false`)
      })
      expect(sent).toEqual([])
    })
  })

  describe('hold', () => {
    it('what the map draws and nothing about people', async () => {
      const { township } = dispatch
      const [lng, lat] = township.at.west
      const sent = await sentBy((query) => addMany(query, 1, lng, lat))
      for (const { payload } of sent) {
        expect(Object.keys(payload).sort()).toEqual(['at', 'id', 'n', 'rows'])
        expect(payload.rows).toEqual([[expect.any(Number), 0, lng, lat, grid, 0, category, 1]])
        expect(JSON.stringify(payload)).not.toMatch(/张三|李四|13800000000|某路/)
      }
    })

    it('that a step has moved a hotspot, which is not new', async () => {
      const { township, people } = dispatch
      const { id, no } = await addHotspot(db.query, {
        root: township.root,
        lng: township.at.east[0],
        lat: township.at.east[1],
      })
      const sent = await db.rehearse(people.supervisor, async (query) => {
        await asOwner(query, (owner) => owner('delete from realtime.messages'))
        await query(`select public.advance_hotspot($1, 'accept', 1, '{"note": "张三"}')`, [id])
        return asOwner(query, messages)
      })
      expect(sent.map(({ topic }) => topic)).toEqual(topics(township.root, township.east))
      expect(sent.map(({ payload }) => payload.rows)).toEqual([
        [[no, 1, ...township.at.east, township.east, 0, category, 0]],
        [[no, 1, ...township.at.east, township.east, 0, category, 0]],
      ])
    })

    it.each([
      { n: 100, rows: 100 },
      { n: 101, rows: 0 },
      { n: 1000, rows: 0 },
    ])('of $n changes $rows rows, and always how many', async ({ n, rows }) => {
      const [lng, lat] = dispatch.township.at.east
      const sent = await sentBy((query) => addMany(query, n, lng, lat))
      expect(sent.map(({ payload }) => [payload.n, payload.rows.length])).toEqual([
        [n, rows],
        [n, rows],
      ])
    })
  })

  it('are not sent for what is rolled back or refused', async () => {
    const { township, people } = dispatch
    const { id } = await addHotspot(db.query, {
      root: township.root,
      lng: township.at.west[0],
      lat: township.at.west[1],
    })
    await db.query('delete from realtime.messages')
    await db.rehearse(people.supervisor, (query) => query(`select public.advance_hotspot($1, 'accept', 1)`, [id]))
    await db.as(people.supervisor, (query) => attempt(query, `select public.advance_hotspot($1, 'verify', 1)`, [id]))
    expect(await messages(db.query)).toEqual([])
    await db.as(people.supervisor, (query) => query(`select public.advance_hotspot($1, 'accept', 1)`, [id]))
    expect(await messages(db.query)).not.toEqual([])
  })

  describe('are heard by', () => {
    type Topic = 'town' | 'own village' | 'grid of it' | 'another village' | 'neighbour'
    const ALL: Topic[] = ['town', 'own village', 'grid of it', 'another village', 'neighbour']
    const TOWN: Topic[] = ['town', 'own village', 'grid of it', 'another village']
    const WEST: Topic[] = ['own village', 'grid of it']
    const EAST: Topic[] = ['another village']
    const HEARD: Record<DispatchPerson, Topic[] | 'shut'> = {
      admin: TOWN,
      planner: TOWN,
      'planner of the village': WEST,
      supervisor: TOWN,
      'supervisor of the village': WEST,
      'supervisor of another village': EAST,
      'supervisor who is a member of the unit': TOWN,
      'supervisor who did the work': TOWN,
      'supervisor of another village who handles for the unit': EAST,
      'handler of the unit': TOWN,
      'handler of the unit in another village': EAST,
      'handler of another unit': TOWN,
      'officer of the village': WEST,
      'officer of another village': EAST,
      viewer: TOWN,
      leader: TOWN,
      stranger: ['neighbour'],
      'person without a role': [],
      'signed-out person': 'shut',
      'secret key': 'shut',
    }

    it.each(DISPATCH_PEOPLE)('%s', async (person) => {
      const { root, west, east } = dispatch.township
      const ids = [root, west, grid, east, dispatch.foreign.root]
      const heard = await db.rehearse(dispatch.people[person], async (query) => {
        const answer = await attempt<{ may: boolean }>(
          query,
          `select private.may_hear('area:' || id) as may from unnest($1::bigint[]) with ordinality as t (id, place) order by place`,
          [ids],
        )
        return answer.rows?.flatMap(({ may }, place) => (may ? [ALL[place]!] : [])) ?? 'shut'
      })
      expect(heard).toEqual(HEARD[person])
    })

    it('nobody on a topic that is no area', async () => {
      const odd = [
        '',
        'area:',
        'area:x',
        'area:-1',
        'area:1;',
        ' area:1',
        'areas:1',
        'area:1.0',
        'area:999999',
        `area:${'9'.repeat(30)}`,
      ]
      const { heard } = await db.rehearse(dispatch.people.admin, (query) =>
        one<{ heard: boolean }>(query, 'select bool_or(private.may_hear(t)) as heard from unnest($1::text[]) t', [odd]),
      )
      expect(heard).toBe(false)
    })

    it('whoever may hear a topic, by the policy on the messages themselves', async () => {
      const { root, east } = dispatch.township
      await db.query('delete from realtime.messages')
      await addHotspot(db.query, { root, lng: dispatch.township.at.east[0], lat: dispatch.township.at.east[1] })
      const read = (person: DispatchPerson, topic: string) =>
        db.rehearse(dispatch.people[person], async (query) => {
          await query(`select set_config('realtime.topic', $1, true)`, [topic])
          return (await query('select from realtime.messages where topic = $1', [topic])).length
        })
      expect(await read('viewer', `area:${root}`)).toBe(1)
      expect(await read('officer of another village', `area:${east}`)).toBe(1)
      expect(await read('officer of the village', `area:${east}`)).toBe(0)
      expect(await read('officer of another village', `area:${root}`)).toBe(0)
      expect(await read('stranger', `area:${root}`)).toBe(0)
      expect(await read('signed-out person', `area:${root}`)).toBe(0)
    })
  })
})
