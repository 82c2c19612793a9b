import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { asOwner } from '../support/as-owner.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { one } from '../support/one.ts'
import { addOrderTown, issueNew, letter, saveDraft, type OrderTown } from './order-facts.ts'

describe('issuing an order', () => {
  let db: TestDatabase
  let town: OrderTown

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    town = await addOrderTown(db.query)
  })
  afterAll(() => db.close())

  const year = () =>
    one<{ year: number }>(db.query, `select extract(year from now() at time zone 'Asia/Shanghai')::int as year`)

  it('gives it the next number of its root, kind and year', async () => {
    const { year: now } = await year()
    await db.rehearse(town.people.supervisor, async (query) => {
      expect((await issueNew(query, letter(town))).no).toBe(`示例督〔${now}〕1号`)
      expect((await issueNew(query, letter(town))).no).toBe(`示例督〔${now}〕2号`)
      expect((await issueNew(query, letter(town, { kind: 'rectification' }))).no).toBe(`示例限改〔${now}〕1号`)
      expect((await issueNew(query, letter(town, { kind: 'bulletin', deadlineAt: null, cases: [] }))).no).toBe(
        `示例督通〔${now}〕1号`,
      )
      // A number that came to nothing is there for the next.
      await query('savepoint before')
      expect((await issueNew(query, letter(town))).no).toBe(`示例督〔${now}〕3号`)
      await query('rollback to savepoint before')
      expect((await issueNew(query, letter(town))).no).toBe(`示例督〔${now}〕3号`)
    })
  })

  it('begins the number as the township says', async () => {
    const { year: now } = await year()
    await db.rehearse(town.people.supervisor, async (query) => {
      await asOwner(query, (owner) =>
        owner(
          `insert into public.settings (area_id, key, value) values ($1, 'order_prefixes', '{"supervision": "禾溪督"}')`,
          [town.township.root],
        ),
      )
      expect((await issueNew(query, letter(town))).no).toBe(`禾溪督〔${now}〕1号`)
      expect((await issueNew(query, letter(town, { kind: 'rectification' }))).no).toBe(`示例限改〔${now}〕1号`)
    })
  })

  it.each(['[]', '{"letter": "x"}', '{"supervision": ""}', '{"supervision": 1}'])(
    'takes no prefixes %s',
    async (value) => {
      await db.rehearse(town.people.admin, async (query) => {
        const set = await attempt(
          query,
          `insert into public.settings (area_id, key, value) values ($1, 'order_prefixes', $2::jsonb)`,
          [town.township.root, JSON.parse(value)],
        )
        expect(refusalOf(set)).toBe('PT422 order_prefixes_invalid')
      })
    },
  )

  it('freezes what it says: cases, counts and addressees', async () => {
    await db.rehearse(town.people.supervisor, async (query) => {
      const { content } = await issueNew(query, letter(town))
      expect(content.addressees).toEqual([{ unitId: town.units.cleaners, name: '环卫所', nameEn: null }])
      expect(content.counts).toEqual({ total: 2, open: 1, overdue: 1, states: { 3: 1, 5: 1 } })
      expect(content.cases).toHaveLength(2)
      expect(content.cases[0]).toMatchObject({
        no: town.open.no,
        title: '占道堆放',
        address: '河堤路 3 号',
        note: '已两次口头提醒',
        overdueDays: 2,
        unitName: '环卫所',
        areaChain: [{ name: '示例镇' }, { name: '示例镇西村' }],
        photos: [{ kind: 'before', path: 'p', thumbPath: 'p-thumb' }],
      })
      expect(content.cases[1]).toMatchObject({ no: town.closed.no, overdueDays: null, isOpen: false })
    })
  })

  it('urges the open cases with its number, unless it is a bulletin', async () => {
    await db.rehearse(town.people.supervisor, async (query) => {
      const events = () =>
        query<{ no: number; note: string }>(
          `select h.no, e.note from public.hotspot_events e join public.hotspots h on h.id = e.hotspot_id where e.step = 'urge' order by e.id`,
        )
      await issueNew(query, letter(town, { kind: 'bulletin' }))
      expect(await events()).toEqual([])
      const { no } = await issueNew(query, letter(town))
      expect(await events()).toEqual([{ no: town.open.no, note: no }])
    })
  })

  it.each([
    ['a text', { body: ' ' }, 'PT422 body_required'],
    ['addressees', { unitIds: [] }, 'PT422 addressees_required'],
    ['a deadline', { deadlineAt: null }, 'PT422 deadline_required'],
    ['a deadline to come', { deadlineAt: '2020-01-01T00:00:00Z' }, 'PT422 deadline_passed'],
    ['cases', { cases: [] }, 'PT422 cases_required'],
  ])('asks for %s', async (_, changes, refusal) => {
    await db.rehearse(town.people.supervisor, async (query) => {
      const { id, version } = await saveDraft(query, letter(town, changes))
      expect(refusalOf(await attempt(query, 'select public.issue_order($1, $2)', [id, version]))).toBe(refusal)
    })
  })

  it.each([
    ['without a title', { title: ' ' }, 'PT422 title_required'],
    ['of an unknown kind', { kind: 'letter' }, 'PT422 order_kind_unknown'],
    ['with a title that fills a page', { title: '长'.repeat(121) }, 'PT422 text_too_long'],
    ['with a deadline that is none', { deadlineAt: 'soon' }, 'PT422 date_invalid'],
    ['to a unit that is not there', { unitIds: [0] }, 'PT422 unit_unknown'],
    ['to no number at all', { unitIds: ['x'] }, 'PT422 unit_unknown'],
    ['about a case that is not there', { cases: [{ no: 99_999 }] }, 'PT422 case_unknown'],
    [
      'about more cases than can be read',
      { cases: Array.from({ length: 201 }, (_, no) => ({ no })) },
      'PT422 too_many_cases',
    ],
  ])('a draft %s is refused', async (_, changes, refusal) => {
    await db.rehearse(town.people.supervisor, async (query) => {
      expect(
        refusalOf(
          await attempt(query, 'select public.save_order(gen_random_uuid(), null, $1)', [letter(town, changes)]),
        ),
      ).toBe(refusal)
    })
  })

  it('a unit of another township is unknown, and so is its case', async () => {
    await db.rehearse(town.people.supervisor, async (query) => {
      const input = letter(town, { unitIds: [town.foreign.unit] })
      expect(refusalOf(await attempt(query, 'select public.save_order(gen_random_uuid(), null, $1)', [input]))).toBe(
        'PT422 unit_unknown',
      )
    })
  })

  it('a village’s order lists the village’s cases only', async () => {
    const east = letter(town, { areaId: town.township.east })
    await db.rehearse(town.people.supervisor, async (query) => {
      const outside = await attempt(query, 'select public.save_order(gen_random_uuid(), null, $1)', [east])
      expect(refusalOf(outside)).toBe('PT422 case_outside_area')
      expect(outside.refused?.detail).toBe(String(town.open.no))
      await issueNew(query, letter(town, { areaId: town.township.west }))
    })
  })

  it('somebody who has seen an older draft is told, with the draft as it is', async () => {
    await db.rehearse(town.people.supervisor, async (query) => {
      const { id } = await saveDraft(query, letter(town))
      await query('select public.save_order($1, 1, $2)', [id, letter(town, { title: '改过的标题' })])
      for (const sql of [
        'public.save_order($1, 1, $2)',
        'public.issue_order($1, 1), $2::jsonb',
        'public.discard_order($1, 1), $2::jsonb',
      ]) {
        const late = await attempt(query, `select ${sql}`, [id, letter(town)])
        expect(refusalOf(late)).toBe('PT409 order_changed')
        expect(JSON.parse(late.refused!.detail!)).toMatchObject({ version: 2, title: '改过的标题' })
      }
    })
  })

  it('shows what came of a case that has many photos of before', async () => {
    await db.rehearse(town.people.supervisor, async (query) => {
      await asOwner(query, (run) =>
        run(
          `insert into public.photos (id, hotspot_id, root_id, kind, path, thumb_path, width, height, bytes, source, sha256, dhash, uploaded_by, created_at)
           select gen_random_uuid(), $1, $2, case when i = 6 then 'after' else 'before' end, 'p' || i, 't' || i, 4, 3, 1, 'file', repeat('0', 64), 0,
             gen_random_uuid(), now() + i * interval '1 second'
           from generate_series(1, 6) i`,
          [town.open.id, town.township.root],
        ),
      )
      const order = await issueNew(query, letter(town))
      const photos = order.content.cases[0]!['photos'] as { kind: string; path: string }[]
      expect(photos.map(({ kind, path }) => [kind, path])).toEqual([
        ['before', 'p'],
        ['before', 'p1'],
        ['before', 'p2'],
        ['after', 'p6'],
      ])
    })
  })

  it('a draft that is sent twice is one draft, and can be thrown away', async () => {
    await db.rehearse(town.people.supervisor, async (query) => {
      const { id } = await saveDraft(query, letter(town))
      await saveDraft(query, letter(town), id)
      expect(await query('select version from public.orders where id = $1', [id])).toEqual([{ version: 1 }])
      await query('select public.discard_order($1, 1)', [id])
      expect(await query('select id from public.orders where id = $1', [id])).toEqual([])
    })
  })

  it('what was only said has no number, urges all the same, and says who was told', async () => {
    const oral = letter(town, {
      toldTo: '王所长',
      toldBy: '李督查',
      toldAt: '2026-03-02T01:00:00Z',
      deadlineAt: null,
      body: '',
    })
    await db.rehearse(town.people.supervisor, async (query) => {
      const { order } = await one<{ order: Record<string, unknown> }>(
        query,
        'select public.log_oral_order(gen_random_uuid(), $1) as order',
        [oral],
      )
      expect(order).toMatchObject({
        no: null,
        status: 'issued',
        isOral: true,
        content: { toldTo: '王所长', toldBy: '李督查' },
      })
      expect(await query(`select note from public.hotspot_events where step = 'urge'`)).toEqual([{ note: oral.title }])
      const untold = await attempt(query, 'select public.log_oral_order(gen_random_uuid(), $1)', [
        { ...oral, toldTo: '' },
      ])
      expect(refusalOf(untold)).toBe('PT422 told_required')
    })
  })
})
