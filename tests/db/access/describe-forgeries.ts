import { beforeAll, describe, expect, it } from 'vitest'
import { fingerprint } from '../support/fingerprint.ts'
import type { Door } from './door.ts'
import { FORGED_CLAIMS } from './forged-claims.ts'
import { FORGED_RIGHTS } from './forged-rights.ts'
import { FORGED_TREES } from './forged-trees.ts'
import type { Opened } from './opened.ts'
import type { Setting } from './setting.ts'

const TABLES = [
  'areas',
  'units',
  'members',
  'settings',
  'places',
  'categories',
  'campaigns',
  'campaign_phases',
  'campaign_measures',
  'campaign_targets',
  'campaign_categories',
  'category_routes',
].map((table) => `public.${table}`)

/** Tries every forgery through a door: each ends as it should, and nothing has changed. */
export function describeForgeries(opened: Opened): void {
  describe('forged ownership', () => {
    let door: Door
    let setting: Setting

    beforeAll(() => {
      ;({ door, setting } = opened())
    })

    it.each([...FORGED_RIGHTS, ...FORGED_CLAIMS, ...FORGED_TREES])(
      'the $who $what: $ends',
      async ({ who, attempt, ends }) => {
        const before = await fingerprint(door.owner, ...TABLES)
        const { rows, refused } = await attempt(door, setting, who)
        expect(refused ?? (rows?.length === 0 ? 'no row' : `${rows?.length} rows`)).toBe(ends)
        expect(await fingerprint(door.owner, ...TABLES)).toBe(before)
      },
    )
  })
}
