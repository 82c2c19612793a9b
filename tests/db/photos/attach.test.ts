import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, Query, TestDatabase } from '../../support/test-database.ts'
import { asOwner } from '../support/as-owner.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, DISPATCH_PEOPLE, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { addHotspot } from '../support/hotspots.ts'
import { objectNames, photoGiven, upload, type PhotoGiven } from './uploaded.ts'

type Attached = { hints: string[]; kind: string; bytes: number; seen_in: string | null; taken_lng: number | null }

let db: TestDatabase
let town: Dispatch
let root: number
let hotspot: string
let other: string
let lng: number
let lat: number

const idOf = (actor: Actor) => actor.userId ?? ''
const officer = () => town.people['officer of the village']

beforeAll(async () => {
  db = await openTestDatabase({ seed: false })
  town = await addDispatch(db.query)
  root = town.township.root
  ;[lng, lat] = town.township.at.west
  hotspot = (await addHotspot(db.query, { root, lng, lat, unit: town.units.cleaners, status: 'assigned' })).id
  other = (await addHotspot(db.query, { root, lng, lat })).id
})
afterAll(() => db.close())

/** Does the work as the person, past row security, and leaves no trace. */
const rehearse = <T>(actor: Actor, work: (owner: Query) => Promise<T>) =>
  db.rehearse(actor, (query) => asOwner(query, work))

const attach = (owner: Query, photos: unknown, step = 'accept', of = hotspot) =>
  attempt<{ n: number }>(owner, 'select private.attach_photos($1, null, $2, $3) as n', [of, step, photos])

/** Uploads and attaches photos as the officer, and tells what became of the last one. */
async function attachedAs(owner: Query, photos: PhotoGiven[], step?: string, of = hotspot): Promise<Attached> {
  for (const { id } of photos) await upload(owner, objectNames(root, of, id!), idOf(officer()))
  const answer = await attach(owner, photos, step, of)
  if (answer.refused) throw answer.refused
  const [row] = await owner<Attached>(
    'select hints, kind, bytes, seen_in, taken_lng from public.photos where id = $1',
    [photos.at(-1)!.id],
  )
  return row!
}

describe('a photo of a step', () => {
  it('is tied to the case, with what is known of it', async () => {
    const photos = [photoGiven({ takenLng: lng, takenLat: lat }), photoGiven({ takenLng: lng, takenLat: lat })]
    await rehearse(officer(), async (owner) => {
      for (const { id } of photos) await upload(owner, objectNames(root, hotspot, id), idOf(officer()), 123_456)
      const [event] = await owner<{ id: number }>(
        `insert into public.hotspot_events (hotspot_id, step, to_status, version) values ($1, 'take', 'in_progress', 2) returning id`,
        [hotspot],
      )
      const [given] = await owner<{ n: number }>(`select private.attach_photos($1, $2, 'take', $3) as n`, [
        hotspot,
        event!.id,
        photos,
      ])
      expect(given!.n).toBe(2)
      const [read] = await owner<{ photos: Record<string, unknown>[] }>('select private.photos_json($1) as photos', [
        hotspot,
      ])
      expect(read!.photos).toHaveLength(2)
      expect(read!.photos.find(({ id }) => id === photos[0]!.id)).toMatchObject({
        kind: 'other',
        eventId: event!.id,
        path: objectNames(root, hotspot, photos[0]!.id)[0],
        thumbPath: objectNames(root, hotspot, photos[0]!.id)[1],
        width: 1920,
        height: 1440,
        takenLng: lng,
        takenLat: lat,
        source: 'camera',
        hints: [],
        seenIn: null,
        uploadedByMe: true,
      })
    })
  })

  it.each([
    ['report', undefined, 'before'],
    ['hand_in', 'before', 'after'],
    ['pass_revisit', 'before', 'revisit'],
    ['fail_revisit', undefined, 'revisit'],
    ['take', 'before', 'before'],
    ['rework', 'after', 'after'],
    ['accept', 'nonsense', 'other'],
    ['accept', undefined, 'other'],
  ])('of %s, called %s, is a photo of %s', async (step, kind, expected) => {
    await rehearse(officer(), async (owner) => {
      expect((await attachedAs(owner, [photoGiven({ kind })], step)).kind).toBe(expected)
    })
  })

  it('is as large as the storage says, not as the client does', async () => {
    await rehearse(officer(), async (owner) => {
      const photo = photoGiven({ bytes: 1 })
      await upload(owner, objectNames(root, hotspot, photo.id), idOf(officer()), 300_000)
      expect(refusalOf(await attach(owner, [photo]))).toBeNull()
      expect(await owner('select bytes from public.photos where id = $1', [photo.id])).toEqual([{ bytes: 300_000 }])
    })
  })

  it('may be missing: no photos are no refusal', async () => {
    await rehearse(officer(), async (owner) => {
      for (const none of [[], null]) expect((await attach(owner, none)).rows).toEqual([{ n: 0 }])
      expect((await owner(`select private.attach_photos($1, null, 'take', null) as n`, [hotspot]))[0]).toEqual({ n: 0 })
    })
  })

  it('is never changed or taken away again', async () => {
    for (const sql of [`update public.photos set hints = '{}'`, 'delete from public.photos', 'truncate public.photos'])
      await rehearse(officer(), async (owner) => {
        await attachedAs(owner, [photoGiven()])
        expect(refusalOf(await attempt(owner, sql))).toBe('PT403 not_allowed')
      })
  })
})

describe('a photo is refused', () => {
  const refusal = (photos: (owner: Query) => Promise<unknown>, step = 'take') =>
    rehearse(officer(), async (owner) => refusalOf(await attach(owner, await photos(owner), step)))
  const uploaded = async (owner: Query, photo: PhotoGiven, by: Actor = officer(), of = hotspot) => {
    await upload(owner, objectNames(root, of, photo.id!), idOf(by))
    return [photo]
  }

  it('when nobody has uploaded it', async () => {
    expect(await refusal(async () => [photoGiven()])).toBe('PT422 photo_unknown')
  })

  it('when somebody else has uploaded it and not attached it yet', async () => {
    const { people } = town
    for (const by of [people.supervisor, people['handler of the unit'], people.admin])
      expect(await refusal((owner) => uploaded(owner, photoGiven(), by))).toBe('PT422 photo_unknown')
  })

  it('when it was uploaded for another case', async () => {
    expect(await refusal((owner) => uploaded(owner, photoGiven(), officer(), other))).toBe('PT422 photo_unknown')
  })

  it('when one of its two files is missing', async () => {
    for (const at of [0, 1])
      expect(
        await refusal(async (owner) => {
          const photo = photoGiven()
          await upload(owner, [objectNames(root, hotspot, photo.id)[at]!], idOf(officer()))
          return [photo]
        }),
      ).toBe('PT422 photo_missing')
  })

  it('when it is there already, or named twice', async () => {
    const photo = photoGiven()
    expect(
      await refusal(async (owner) => {
        await attachedAs(owner, [photo])
        return [photo]
      }),
    ).toBe('PT422 photo_taken')
    expect(await refusal(async (owner) => [...(await uploaded(owner, photo)), photo])).toBe('PT422 photo_taken')
  })

  it('when it is the tenth', async () => {
    const photos = Array.from({ length: 10 }, () => photoGiven())
    const all = async (owner: Query) => {
      for (const photo of photos) await uploaded(owner, photo)
      return photos
    }
    expect(await refusal(all)).toBe('PT422 too_many_photos')
    expect(await refusal(async (owner) => (await all(owner)).slice(1))).toBeNull()
  })

  it.each([
    { width: 0 },
    { width: 20_001 },
    { height: 1.5 },
    { height: '1440' },
    { bytes: 5_242_881 },
    { bytes: null },
    { sha256: 'x' },
    { sha256: null },
    { dhash: '123' },
    { dhash: -1 },
  ])('when what is known of it cannot be: %o', async (facts) => {
    expect(await refusal((owner) => uploaded(owner, photoGiven(facts)))).toBe('PT422 photo_invalid')
  })

  it.each([[{}], ['"photo"'], [[{ id: '../../x' }]], [[{ id: randomUUID().toUpperCase() }]], [[null]], [['x']]])(
    'when the list is none: %o',
    async (photos) => {
      expect(await refusal(async () => photos)).toBe('PT422 photo_unknown')
    },
  )

  it('without anything of the others being kept', async () => {
    await rehearse(officer(), async (owner) => {
      const good = photoGiven()
      await uploaded(owner, good)
      expect(refusalOf(await attach(owner, [good, photoGiven()]))).toBe('PT422 photo_unknown')
      expect(await owner('select id from public.photos where id = $1', [good.id])).toEqual([])
    })
  })

  it('of whoever is not signed in', async () => {
    const answer = await rehearse(town.people['signed-out person'], (owner) => attach(owner, [photoGiven()]))
    expect(refusalOf(answer)).toBe('PT403 not_allowed')
  })

  it('by the database itself, for whoever calls it without a step', async () => {
    for (const who of DISPATCH_PEOPLE)
      expect(await db.rehearse(town.people[who], async (query) => refusalOf(await attach(query, [])))).toBe('42501')
  })
})

describe('a hint', () => {
  const hours = (n: number) => new Date(Date.now() - n * 3_600_000).toISOString()
  /** About so many metres north of the case. */
  const north = (metres: number) => ({ takenLng: lng, takenLat: lat + metres / 111_000 })

  it.each([
    ['none for one taken on the spot', () => ({ ...north(0) }), []],
    ['none just inside the distance', () => ({ ...north(195) }), []],
    ['far_from_case beyond 200 m', () => ({ ...north(215) }), ['far_from_case']],
    ['none for one of 23 hours ago', () => ({ ...north(0), takenAt: hours(23) }), []],
    ['old_photo after a day', () => ({ ...north(0), takenAt: hours(25) }), ['old_photo']],
    ['none for a clock that is 5 minutes ahead', () => ({ ...north(0), takenAt: hours(-5 / 60) }), []],
    ['old_photo for one from the future', () => ({ ...north(0), takenAt: hours(-1) }), ['old_photo']],
    ['no_time', () => ({ ...north(0), takenAt: null }), ['no_time']],
    ['no_time for what is no time', () => ({ ...north(0), takenAt: 'yesterday' }), ['no_time']],
    ['no_place', () => ({}), ['no_place']],
    ['no_place for half a place', () => ({ takenLng: lng }), ['no_place']],
    ['no_place for a place that is not on Earth', () => ({ takenLng: 200, takenLat: 91 }), ['no_place']],
    ['from_file', () => ({ ...north(0), source: 'file' }), ['from_file']],
    ['from_file for an unknown source', () => ({ ...north(0), source: 'cloud' }), ['from_file']],
    [
      'all that hold, the gravest first',
      () => ({ ...north(5000), takenAt: hours(100), source: 'file' }),
      ['far_from_case', 'old_photo', 'from_file'],
    ],
  ])('is %s', async (_, facts, hints) => {
    await rehearse(officer(), async (owner) => {
      expect((await attachedAs(owner, [photoGiven(facts())])).hints).toEqual(hints)
    })
  })

  it('follows the settings of the place', async () => {
    await rehearse(officer(), async (owner) => {
      await owner(
        `insert into public.settings (area_id, key, value) values ($1, 'photo_far_m', '50'), ($1, 'photo_old_hours', '2')`,
        [root],
      )
      const facts = { ...north(60), takenAt: hours(3) }
      expect((await attachedAs(owner, [photoGiven(facts)])).hints).toEqual(['far_from_case', 'old_photo'])
    })
  })

  it('measures to the nearest point of a line', async () => {
    await rehearse(officer(), async (owner) => {
      await owner(
        `update public.hotspots set shape = extensions.st_geomfromtext(format('LINESTRING(%s %s, %s %s)', $2::float8, $3::float8, $2::float8, $3::float8 + 0.005), 4326) where id = $1`,
        [hotspot, lng, lat],
      )
      expect((await attachedAs(owner, [photoGiven(north(500))])).hints).toEqual([])
      expect((await attachedAs(owner, [photoGiven(north(900))])).hints).toEqual(['far_from_case'])
    })
  })

  it('says that another case has the same file, and which', async () => {
    await rehearse(officer(), async (owner) => {
      const first = photoGiven(north(0))
      await attachedAs(owner, [first], 'report', other)
      const again = photoGiven({ ...north(0), sha256: first.sha256, dhash: 'f0f0f0f0f0f0f0f0' })
      const attached = await attachedAs(owner, [again])
      expect(attached).toMatchObject({ hints: ['seen_before'], seen_in: other })
      const [read] = await owner<{ photos: { id: string; seenIn: number }[] }>(
        'select private.photos_json($1) as photos',
        [hotspot],
      )
      const [no] = await owner<{ no: number }>('select no from public.hotspots where id = $1', [other])
      expect(read!.photos.find(({ id }) => id === again.id)?.seenIn).toBe(no!.no)
    })
  })

  it.each([
    [6, ['seen_before']],
    [7, []],
  ])('says that another case has nearly the same picture, up to six bits: %i', async (bits, hints) => {
    const changed = (0x1234_5678_9abc_def0n ^ ((1n << BigInt(bits)) - 1n)).toString(16).padStart(16, '0')
    await rehearse(officer(), async (owner) => {
      await attachedAs(owner, [photoGiven({ ...north(0), dhash: '123456789abcdef0' })], 'report', other)
      expect((await attachedAs(owner, [photoGiven({ ...north(0), dhash: changed })])).hints).toEqual(hints)
    })
  })

  it('is silent about other photos of the same case, about other roots and about pictures without an edge', async () => {
    await rehearse(officer(), async (owner) => {
      const dhash = '123456789abcdef0'
      await attachedAs(owner, [photoGiven({ ...north(0), dhash })], 'report')
      expect((await attachedAs(owner, [photoGiven({ ...north(0), dhash })], 'take')).hints).toEqual([])
      const blank = '0'.repeat(16)
      await attachedAs(owner, [photoGiven({ ...north(0), dhash: blank })], 'report', other)
      expect((await attachedAs(owner, [photoGiven({ ...north(0), dhash: blank })], 'take')).hints).toEqual([])
      const abroad = await addHotspot(owner, { root: town.foreign.root, lng, lat })
      await owner(
        `insert into public.photos (id, hotspot_id, root_id, kind, path, thumb_path, width, height, bytes, source, sha256, dhash, uploaded_by)
         values (gen_random_uuid(), $1, $2, 'before', 'a', 'b', 1, 1, 1, 'file', repeat('a', 64), 1234567, gen_random_uuid())`,
        [abroad.id, town.foreign.root],
      )
      const same = photoGiven({ ...north(0), sha256: 'a'.repeat(64), dhash: (1234567).toString(16).padStart(16, '0') })
      expect((await attachedAs(owner, [same], 'take')).hints).toEqual([])
    })
  })

  it('says that the photo of after is the one of before', async () => {
    await rehearse(officer(), async (owner) => {
      const before = photoGiven({ ...north(0), dhash: '123456789abcdef0' })
      await attachedAs(owner, [before], 'report')
      const after = (facts: PhotoGiven) => attachedAs(owner, [photoGiven({ ...north(0), ...facts })], 'hand_in')
      expect((await after({ sha256: before.sha256 })).hints).toEqual(['same_as_before'])
      expect((await after({ dhash: '123456789abcdef3' })).hints).toEqual(['same_as_before'])
      // From the same spot, and yet another picture: that is what is asked for.
      expect((await after({ dhash: '123456789abcdef7' })).hints).toEqual([])
    })
  })
})

describe('photos and their files are seen', () => {
  const SEES: DispatchPerson[] = DISPATCH_PEOPLE.filter(
    (who) =>
      ![
        'supervisor of another village',
        'officer of another village',
        'stranger',
        'person without a role',
        'signed-out person',
        'secret key',
      ].includes(who),
  )

  it.each(DISPATCH_PEOPLE.filter((who) => who !== 'secret key'))(
    'with their case and not otherwise: %s',
    async (who) => {
      const actor = town.people[who]
      const [attached, loose] = [photoGiven(), photoGiven()]
      await db.rehearse(actor, async (query) => {
        await asOwner(query, async (owner) => {
          await owner(
            `insert into public.photos (id, hotspot_id, root_id, kind, path, thumb_path, width, height, bytes, source, sha256, dhash, uploaded_by)
           values ($1, $2, $3, 'before', $4, $5, 1, 1, 1, 'file', repeat('a', 64), 1, $6)`,
            [attached.id, hotspot, root, ...objectNames(root, hotspot, attached.id), idOf(officer())],
          )
          for (const { id } of [attached, loose]) await upload(owner, objectNames(root, hotspot, id), randomUUID())
        })
        const sees = SEES.includes(who)
        const photos = await attempt(query, 'select id from public.photos')
        expect(photos.rows ?? []).toEqual(sees ? [{ id: attached.id }] : [])
        const objects = await attempt<{ name: string }>(
          query,
          `select name from storage.objects where bucket_id = 'evidence'`,
        )
        expect((objects.rows ?? []).map(({ name }) => name).sort()).toEqual(
          sees ? objectNames(root, hotspot, attached.id).sort() : [],
        )
      })
    },
  )

  it.each(['officer of the village', 'handler of the unit', 'supervisor', 'admin', 'viewer', 'stranger'] as const)(
    'and a file is put there only under one’s own name, and stays: %s',
    async (who) => {
      const actor = town.people[who]
      const may = who !== 'viewer' && who !== 'stranger'
      await db.rehearse(actor, async (query) => {
        const put = (by: string, name = objectNames(root, hotspot, randomUUID())[0]) =>
          attempt(
            query,
            `insert into storage.objects (id, bucket_id, name, owner_id) values (gen_random_uuid(), 'evidence', $1, $2) returning name`,
            [name, by],
          )
        expect(refusalOf(await put(idOf(actor)))).toBe(may ? null : '42501')
        expect(refusalOf(await put(randomUUID()))).toBe('42501')
        expect(refusalOf(await put(idOf(actor), `${root}/../${randomUUID()}.jpg`))).toBe('42501')
        const changed = await attempt(query, `update storage.objects set name = 'x' returning name`)
        expect(changed.rows ?? []).toEqual([])
        const removed = await attempt(query, 'delete from storage.objects returning name')
        expect(removed.rows ?? []).toEqual([])
      })
    },
  )
})
