import type { DemoPerson } from '../life/people.ts'
import type { DemoUnit } from '../life/units.ts'
import { valueOf, type Keys } from './keys.ts'
import type { Run } from './run.ts'

/** Everybody's password: the accounts are invented and known to all. */
export const DEMO_PASSWORD = 'demo-township'

/** Writes the units. Gives them by key. */
export async function loadUnits(
  run: Run,
  units: readonly DemoUnit[],
  root: number,
  areas: Keys['areas'],
): Promise<Map<string, { id: number; name: string; nameEn: string }>> {
  const rows = units.map(({ key, areaKey, kind, name }) => ({
    key,
    kind,
    ...name,
    area: valueOf(areas, areaKey, 'area'),
  }))
  const made = await run<{ name: string; id: number }>(
    `insert into public.units (root_id, area_id, kind, name, name_en)
     select $1::bigint, area, kind, zh, en from jsonb_to_recordset($2::jsonb) as u (area bigint, kind text, zh text, en text)
     returning name, id::int as id`,
    [root, JSON.stringify(rows)],
  )
  const ids = new Map(made.map(({ name, id }) => [name, id]))
  return new Map(
    units.map(({ key, name }) => [key, { id: valueOf(ids, name.zh, 'unit'), name: name.zh, nameEn: name.en }]),
  )
}

/** Writes accounts and memberships; every account has the password `demo-township`. Gives user ids by account. */
export async function loadPeople(
  run: Run,
  people: readonly DemoPerson[],
  areas: Keys['areas'],
  units: Keys['units'],
): Promise<Map<string, string>> {
  const users = new Map(people.map(({ account }, i) => [account, userId('a', i)]))
  const rows = people.map(({ account, name }, i) => ({
    id: userId('a', i),
    identity: userId('b', i),
    email: `${account}@demo.example`,
    name,
  }))
  await loadAccounts(run, JSON.stringify(rows))
  const memberships = people.flatMap(({ account, name, memberships }) =>
    memberships.map(({ role, areaKey, unitKey, isLeader }) => ({
      user: users.get(account),
      role,
      area: valueOf(areas, areaKey, 'area'),
      unit: unitKey === null ? null : valueOf(units, unitKey, 'unit').id,
      leader: isLeader,
      name,
    })),
  )
  await run(
    `insert into public.members (user_id, role, area_id, unit_id, is_leader, display_name)
     select "user", role, area, unit, leader, name
     from jsonb_to_recordset($1::jsonb) as m ("user" uuid, role text, area bigint, unit bigint, leader boolean, name text)`,
    [JSON.stringify(memberships)],
  )
  return users
}

/** The auth server reads the token columns into plain strings: empty, never null. One hash for all: making it is the slow part. */
async function loadAccounts(run: Run, rows: string): Promise<void> {
  await run(
    `with secret as materialized (
         select extensions.crypt($2, extensions.gen_salt('bf', 10)) as hash
     )
     insert into auth.users (
         id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at,
         confirmation_token, recovery_token, email_change, email_change_token_new, email_change_token_current, reauthentication_token,
         phone_change, phone_change_token
     )
     select p.id, 'authenticated', 'authenticated', p.email, s.hash, now(), '{"provider": "email", "providers": ["email"]}',
         jsonb_build_object('display_name', p.name, 'email_verified', true), now(), now(), '', '', '', '', '', '', '', ''
     from jsonb_to_recordset($1::jsonb) as p (id uuid, email text, name text) cross join secret s`,
    [rows, DEMO_PASSWORD],
  )
  await run(
    `insert into auth.identities (id, user_id, provider, provider_id, identity_data, last_sign_in_at, created_at, updated_at)
     select p.identity, p.id, 'email', p.id::text,
         jsonb_build_object('sub', p.id, 'email', p.email, 'email_verified', true, 'phone_verified', false), now(), now(), now()
     from jsonb_to_recordset($1::jsonb) as p (id uuid, identity uuid, email text)`,
    [rows],
  )
}

const userId = (kind: 'a' | 'b', i: number) => `${kind}0000000-0000-4000-8000-${String(i + 1).padStart(12, '0')}`
