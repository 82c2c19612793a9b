import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedOut } from '../../support/actors.ts'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { asOwner } from '../support/as-owner.ts'
import { addHotspot } from '../support/hotspots.ts'
import { addTownship } from '../support/township.ts'

const PHOTOS = 4000
const PROBES = 400

let db: TestDatabase
let root: number
let asking: string

beforeAll(async () => {
  db = await openTestDatabase({ seed: false })
  const township = await addTownship(db.query)
  root = township.root
  const [lng, lat] = township.at.west
  const owning = (await addHotspot(db.query, { root, lng, lat })).id
  asking = (await addHotspot(db.query, { root, lng, lat })).id
  // Hashes of every kind: at random, alike in long runs, nearly empty, nearly full.
  await db.query(
    `insert into public.photos (id, hotspot_id, root_id, kind, path, thumb_path, width, height, bytes, source, sha256, dhash, uploaded_by, created_at)
     select gen_random_uuid(), $1, $2, 'before', 'p' || n, 't' || n, 1, 1, 1, 'file', encode(sha256(n::text::bytea), 'hex'),
       case n % 4
         when 0 then h
         when 1 then h & -281474976710656
         when 2 then h & (h >> 7) & (h >> 13)
         else h | (h >> 5) | (h >> 11)
       end,
       gen_random_uuid(), now() + n * interval '1 second'
     from generate_series(1, $3) n
     cross join lateral (select ('x' || substr(encode(sha256(('hash' || n)::bytea), 'hex'), 1, 16))::bit(64)::bigint as h) hash`,
    [owning, root, PHOTOS],
  )
  await db.exec('analyze public.photos')
})
afterAll(() => db.close())

describe('the look-up of a picture that was used before', () => {
  it('finds exactly those that are within six bits', async () => {
    // Known hashes with 0 to 9 bits turned, in one band or over all of them.
    await db.exec(`create temporary table probes as
      select n, p.dhash # bits.mask as dhash
      from generate_series(1, ${PROBES}) n
      join public.photos p on p.path = 'p' || (1 + n * 7919 % ${PHOTOS})
      cross join lateral (
        select bit_or(1::bigint << ((n * 31 + k * case when n % 2 = 0 then 1 else 17 end) % 63)) as mask
        from generate_series(1, n % 10) k
      ) turned
      cross join lateral (select coalesce(turned.mask, 0) as mask) bits`)
    const differing = await db.query(`
      select q.n
      from probes q
      cross join lateral (
        select exists (
          select from public.photos p
          where p.dhash <> 0 and bit_count((p.dhash # q.dhash)::bit(64)) <= 6
        ) and q.dhash <> 0 as by_hand
      ) b
      where b.by_hand is distinct from (private.seen_before(${root}, '${asking}', 'none', q.dhash) is not null)`)
    expect(differing).toEqual([])
    const [found] = await db.query<{ yes: number; no: number }>(`
      select count(*) filter (where seen is not null) as yes, count(*) filter (where seen is null) as no
      from probes q cross join lateral (select private.seen_before(${root}, '${asking}', 'none', q.dhash) as seen) s`)
    // Both answers occur, or nothing was tried.
    expect(found!.yes).toBeGreaterThan(100)
    expect(found!.no).toBeGreaterThan(50)
  })

  it('can do so by the index', async () => {
    const plan = await db.rehearse(signedOut, (query) =>
      asOwner(query, async (owner) => {
        await owner('set local enable_seqscan = off') // so few are read faster one by one
        return owner<Record<string, string>>(
          `explain select p.hotspot_id from public.photos p
           where private.dhash_bands(p.dhash) operator(pg_catalog.&&) private.dhash_probes(1234567890123) and p.dhash <> 0`,
        )
      }),
    )
    expect(plan.map((line) => Object.values(line)[0]).join('\n')).toContain('photos_dhash')
  })
})
