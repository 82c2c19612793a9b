/** Runs SQL as the owner and gives its rows. */
export type ReadCatalogue = <Row>(sql: string) => Promise<Row[]>

/** A type of the catalogue: `int8`, `_text` (an array of text), `void`, or the name of a table. */
export type TypeName = { schema: string; name: string }

export type Column = { name: string; type: TypeName; nullable: boolean; hasDefault: boolean; isWritable: boolean }
export type Relationship = {
  name: string
  columns: string[]
  isOneToOne: boolean
  relation: string
  relationColumns: string[]
}
export type Relation = { name: string; isView: boolean; columns: Column[]; relationships: Relationship[] }
export type Argument = { name: string; type: TypeName; hasDefault: boolean }
export type SqlFunction = {
  name: string
  arguments: Argument[]
  /** A null argument makes a strict function answer null without running, so it takes none. */
  isStrict: boolean
  returns: TypeName
  returnsSet: boolean
  /** The columns of `returns table (…)` or of several `out` parameters; empty for any other result. */
  resultColumns: { name: string; type: TypeName }[]
}
export type EnumType = { name: string; values: string[] }

/** What the API serves: the schema `public` without what extensions keep there. Every list is in the order of its names. */
export type Catalogue = { relations: Relation[]; functions: SqlFunction[]; enums: EnumType[] }

const notOfAnExtension = (oid: string, classOf: string) =>
  `not exists (select from pg_depend d where d.classid = '${classOf}'::regclass and d.objid = ${oid} and d.deptype = 'e')`

const typeJson = (oid: string) => `(select jsonb_build_object('schema', n.nspname, 'name', t.typname)
  from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where t.oid = (select case typtype when 'd' then typbasetype else oid end from pg_type where oid = ${oid}))`

const columnNames = (relation: string, numbers: string) => `(select jsonb_agg(a.attname order by k.position)
  from unnest(${numbers}) with ordinality k(number, position)
  join pg_attribute a on a.attrelid = ${relation} and a.attnum = k.number)`

const RELATIONS = `
select c.relname as name, c.relkind in ('v', 'm') as "isView",
  coalesce((select jsonb_agg(jsonb_build_object(
      'name', a.attname, 'type', ${typeJson('a.atttypid')}, 'nullable', not a.attnotnull,
      'hasDefault', a.atthasdef or a.attidentity <> '', 'isWritable', a.attgenerated = '' and a.attidentity <> 'a'
    ) order by a.attname collate "C")
    from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '[]') as columns,
  coalesce((select jsonb_agg(jsonb_build_object(
      'name', f.conname, 'columns', ${columnNames('f.conrelid', 'f.conkey')}, 'relation', target.relname,
      'relationColumns', ${columnNames('f.confrelid', 'f.confkey')},
      'isOneToOne', exists (select from pg_constraint u where u.conrelid = f.conrelid and u.contype in ('p', 'u')
        and u.conkey <@ f.conkey and u.conkey @> f.conkey)
    ) order by f.conname collate "C")
    from pg_constraint f join pg_class target on target.oid = f.confrelid
    where f.conrelid = c.oid and f.contype = 'f' and target.relnamespace = c.relnamespace), '[]') as relationships
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
  and ${notOfAnExtension('c.oid', 'pg_class')}
order by c.relname collate "C"`

const FUNCTIONS = `
select p.proname as name, p.proisstrict as "isStrict", p.proretset as "returnsSet", ${typeJson('p.prorettype')} as returns,
  coalesce((select jsonb_agg(jsonb_build_object('name', given.name, 'type', given.type,
      'hasDefault', given.place > p.pronargs - p.pronargdefaults) order by given.place)
    from (select coalesce(p.proargnames[i.place], '') as name, ${typeJson('i.type')} as type,
        row_number() over (order by i.place) as place
      from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality i(type, place)
      where coalesce(p.proargmodes[i.place], 'i') in ('i', 'b', 'v')) given), '[]') as arguments,
  coalesce((select jsonb_agg(jsonb_build_object('name', p.proargnames[o.place], 'type', ${typeJson('o.type')}) order by o.place)
    from unnest(p.proallargtypes) with ordinality o(type, place)
    where p.proargmodes[o.place] in ('o', 'b', 't') and p.prorettype = 'record'::regtype), '[]') as "resultColumns"
from pg_proc p
where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
  and p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype) and ${notOfAnExtension('p.oid', 'pg_proc')}
order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`

const ENUMS = `
select t.typname as name, (select jsonb_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as values
from pg_type t
where t.typnamespace = 'public'::regnamespace and t.typtype = 'e' and ${notOfAnExtension('t.oid', 'pg_type')}
order by t.typname collate "C"`

/** Reads what the API serves from the catalogue of a migrated database. */
export async function readCatalogue(read: ReadCatalogue): Promise<Catalogue> {
  return {
    relations: await read<Relation>(RELATIONS),
    functions: await read<SqlFunction>(FUNCTIONS),
    enums: await read<EnumType>(ENUMS),
  }
}
