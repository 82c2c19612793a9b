import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseTypes, databaseTypesFile } from '../../supabase/embedded/cli/generate-types.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

describe('database.types.ts', () => {
  let db: TestDatabase

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
  })
  afterAll(() => db.close())

  it('is what `npm run types` makes of the migrations', async () => {
    expect(readFileSync(databaseTypesFile, 'utf8')).toBe(await databaseTypes(db.query))
  })

  describe('after a change of the schema', () => {
    let types: string

    beforeAll(async () => {
      await db.exec(`
        create type public.shade as enum ('dark', 'light');
        create domain public.positive as integer check (value > 0);
        create table public.boxes (
            id bigint generated always as identity primary key,
            code text not null unique,
            shade public.shade not null default 'dark',
            size public.positive,
            tags text[] not null,
            facts jsonb not null,
            code_length int generated always as (length(code)) stored,
            lid_of bigint unique references public.boxes (id)
        );
        create view public.dark_boxes with (security_invoker = true) as select id, code from public.boxes;
        create function public.find_boxes(p_code text, p_limit int default 10) returns setof public.boxes
            language sql stable strict set search_path = '' as 'select * from public.boxes where code = p_code limit p_limit';
        create function public.measure_boxes() returns table (code text, length int)
            language sql stable set search_path = '' as 'select code, code_length from public.boxes';
        create function public.touch_box() returns trigger language plpgsql set search_path = '' as 'begin return new; end'`)
      types = (await databaseTypes(db.query)).replaceAll(/\s+/g, ' ')
    })

    it('is no longer current', () => {
      expect(types).not.toBe(readFileSync(databaseTypesFile, 'utf8').replaceAll(/\s+/g, ' '))
    })

    it.each([
      [
        'a table as it is read',
        "Row: { code: string code_length: number | null facts: Json id: number lid_of: number | null shade: Database['public']['Enums']['shade'] size: number | null tags: string[] }",
      ],
      [
        'what may be left out of a new row, and what nobody may write',
        "Insert: { code: string code_length?: never facts: Json id?: never lid_of?: number | null shade?: Database['public']['Enums']['shade'] size?: number | null tags: string[] }",
      ],
      [
        'a one-to-one relationship',
        "{ foreignKeyName: 'boxes_lid_of_fkey' columns: ['lid_of'] isOneToOne: true referencedRelation: 'boxes' referencedColumns: ['id'] }",
      ],
      ['a view', 'dark_boxes: { Row: { code: string | null id: number | null } Relationships: [] }'],
      [
        'a strict function that gives rows of a table',
        "find_boxes: { Args: { p_code: string p_limit?: number } Returns: Database['public']['Tables']['boxes']['Row'][] }",
      ],
      [
        'a function with columns of its own',
        'measure_boxes: { Args: never Returns: { code: string length: number }[] }',
      ],
      ['an enum', "Enums: { shade: 'dark' | 'light' }"],
    ])('shows %s', (_, text) => {
      expect(types).toContain(text)
    })

    it('leaves out trigger functions, which nobody can call', () => {
      expect(types).not.toContain('touch_box')
    })
  })
})
