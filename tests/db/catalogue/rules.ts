/** A rule that every object of the schema keeps: `offenders` lists those that do not, `plant` makes one that has to be found. */
export type Rule = { name: string; offenders: string; plant: string; found: string }

const OURS = "('public'::regnamespace, 'private'::regnamespace)"
/** Roles that the API can take. */
const API = "('anon', 'authenticated', 'service_role')"
const SCOPES = 'full_root_ids|part_area_ids|root_ids|unit_ids|ancestor_area_ids'

const policyTexts = (searched: string) => `
  select format('%s.%s', p.tablename, p.policyname) as name
  from pg_policies p
  where p.schemaname in ('public', 'realtime', 'storage') and ${searched}`

export const RULES: Rule[] = [
  {
    name: 'every table of the API has row level security',
    offenders: `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity`,
    plant: 'create table public.planted (id int primary key)',
    found: 'planted',
  },
  {
    name: 'every table of the API has a policy, or nobody could read it',
    offenders: `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not exists (select from pg_policy p where p.polrelid = c.oid)`,
    plant: 'create table public.planted (id int primary key)',
    found: 'planted',
  },
  {
    name: 'every table has a primary key',
    offenders: `select c.relname as name from pg_class c
      where c.relnamespace in ${OURS} and c.relkind in ('r', 'p')
        and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
    plant: 'create table private.planted (id int)',
    found: 'planted',
  },
  {
    name: 'every table says what it is',
    offenders: `select c.relname as name from pg_class c
      where c.relnamespace in ${OURS} and c.relkind in ('r', 'p', 'v', 'm')
        and coalesce(btrim(obj_description(c.oid, 'pg_class')), '') = ''`,
    plant: 'create table private.planted (id int primary key)',
    found: 'planted',
  },
  {
    name: 'every function says what it is',
    offenders: `select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace in ${OURS} and coalesce(btrim(obj_description(p.oid, 'pg_proc')), '') = ''`,
    plant: `create function private.planted() returns int language sql set search_path = '' as 'select 1'`,
    found: 'private.planted()',
  },
  {
    name: 'nothing that the API offers is compiled at each call',
    offenders: `select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and not 'jit=off' = any (coalesce(p.proconfig, '{}'))
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    plant: `create function public.planted() returns int language sql set search_path = '' as 'select 1'`,
    found: 'planted()',
  },
  {
    name: 'every foreign key has an index that begins with its columns',
    offenders: `select k.conname as name from pg_constraint k
      where k.contype = 'f' and k.connamespace in ${OURS} and not exists (
        select from pg_index i
        where i.indrelid = k.conrelid and i.indisvalid
          and (i.indkey::int2[])[0 : cardinality(k.conkey) - 1] <@ k.conkey and (i.indkey::int2[])[0 : cardinality(k.conkey) - 1] @> k.conkey
          -- A partial index serves where it only leaves out the rows without a reference.
          and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', (
            select a.attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1])))
      )`,
    plant:
      'create table public.planted (id bigint primary key, area_id bigint references public.areas (id) on delete cascade)',
    found: 'planted_area_id_fkey',
  },
  {
    name: 'every function is bound to its search path, or to what it names',
    offenders: `select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace in ${OURS} and p.prosqlbody is null
        and not exists (select from unnest(p.proconfig) c where c in ('search_path=""', 'search_path='))`,
    plant: `create function private.planted() returns int language sql as 'select 1'`,
    found: 'private.planted()',
  },
  {
    name: 'no function that runs as its owner is exposed by the API',
    offenders: `select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef`,
    plant: `create function public.planted() returns int language sql security definer set search_path = '' as 'select 1'`,
    found: 'planted()',
  },
  {
    name: 'every view sees with the eyes of whoever asks',
    offenders: `select c.relname as name from pg_class c
      where c.relnamespace in ${OURS} and c.relkind in ('v', 'm') and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
    plant: 'create view public.planted as select 1 as id',
    found: 'planted',
  },
  {
    name: 'nothing is granted to signed-out people or to everybody: tables and columns',
    offenders: `select c.relname as name from pg_class c
      left join pg_attribute t on t.attrelid = c.oid and t.attacl is not null
      cross join lateral (select * from aclexplode(c.relacl) union all select * from aclexplode(t.attacl)) a
      where c.relnamespace in ${OURS} and (a.grantee = 0 or a.grantee = 'anon'::regrole)`,
    plant: 'grant select (id) on public.areas to anon',
    found: 'areas',
  },
  {
    name: 'nothing is granted to signed-out people or to everybody: functions',
    offenders: `select p.oid::regprocedure::text as name from pg_proc p
      cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where p.pronamespace in ${OURS} and (a.grantee = 0 or a.grantee = 'anon'::regrole)`,
    plant: 'grant execute on function public.my_account() to public',
    found: 'my_account()',
  },
  {
    name: 'nothing is granted to signed-out people or to everybody: the private schema',
    offenders: `select n.nspname::text as name from pg_namespace n cross join lateral aclexplode(n.nspacl) a
      where n.nspname = 'private' and (a.grantee = 0 or a.grantee = 'anon'::regrole)`,
    plant: 'grant usage on schema private to anon',
    found: 'private',
  },
  {
    name: 'a new function is nobody’s until it is granted',
    offenders: `select current_user::text as name where not exists (
        select from pg_default_acl d
        where d.defaclobjtype = 'f' and d.defaclnamespace = 0 and d.defaclrole = current_user::regrole
          and not exists (select from aclexplode(d.defaclacl) a where a.grantee = 0)
      )`,
    plant: 'alter default privileges grant execute on functions to public',
    found: 'postgres',
  },
  {
    name: 'no role of the API may truncate, refer to or hang triggers on a table',
    offenders: `select c.relname as name from pg_class c cross join lateral aclexplode(c.relacl) a
      where c.relnamespace in ${OURS} and a.grantee in (select oid from pg_roles where rolname in ${API})
        and a.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,
    plant: 'grant truncate on public.hotspots to service_role',
    found: 'hotspots',
  },
  {
    name: 'no role of the API may write what only the steps and the triggers write',
    offenders: `select c.relname as name from pg_class c
      left join pg_attribute t on t.attrelid = c.oid and t.attacl is not null
      cross join lateral (select * from aclexplode(c.relacl) union all select * from aclexplode(t.attacl)) a
      where c.oid in ('public.hotspots'::regclass, 'public.hotspot_events'::regclass, 'public.hotspot_sources'::regclass,
          'public.photos'::regclass, 'public.revisits'::regclass, 'public.hotspot_reporters'::regclass, 'public.hotspot_counters'::regclass, 'public.area_boundaries'::regclass, 'public.area_reassignments'::regclass,
          'public.campaign_catalogue'::regclass, 'private.hotspot_transitions'::regclass,
          'public.orders'::regclass, 'public.order_addressees'::regclass, 'public.order_items'::regclass)
        and a.grantee in (select oid from pg_roles where rolname in ${API}) and a.privilege_type <> 'SELECT'`,
    plant: 'grant update (status) on public.hotspots to service_role',
    found: 'hotspots',
  },
  {
    name: 'every policy names one verb and only signed-in people',
    offenders: policyTexts(`(p.cmd = 'ALL' or p.roles <> '{authenticated}' or p.permissive <> 'PERMISSIVE')`),
    plant: 'create policy planted on public.areas for all to anon using (true)',
    found: 'areas.planted',
  },
  {
    name: 'there is one policy a verb',
    offenders: `select format('%s %s', p.tablename, p.cmd) as name from pg_policies p
      where p.schemaname = 'public' group by p.tablename, p.cmd having count(*) > 1`,
    plant: 'create policy planted on public.areas for select to authenticated using (true)',
    found: 'areas SELECT',
  },
  {
    name: 'policies ask once a statement who is signed in',
    offenders: policyTexts(
      `regexp_replace(concat(p.qual, p.with_check), '\\( SELECT auth\\.uid\\(\\) AS uid\\)', '', 'g') ~ 'auth\\.(uid|jwt|role|email)\\(\\)'`,
    ),
    plant: 'create policy planted on public.areas for select to authenticated using (auth.uid() is not null)',
    found: 'areas.planted',
  },
  {
    name: 'policies work out the scope once a statement',
    offenders: policyTexts(
      `regexp_replace(concat(p.qual, p.with_check), 'SELECT private\\.(${SCOPES})\\(\\)', '', 'g') ~ 'private\\.(${SCOPES})\\(\\)'`,
    ),
    plant:
      'create policy planted on public.areas for select to authenticated using (root_id = any (private.root_ids()))',
    found: 'areas.planted',
  },
]
