import type { Query } from '../../support/test-database.ts'

type Row = {
  step: string
  from: string
  to: string | null
  roles: string[]
  who: string
  needs: string[]
  clock: string
  remark: string | null
}

const WHO: Record<string, string> = {
  anyone: '',
  of_unit: ' of the unit',
  other_unit: ', no member of the unit',
  other_hands: ', no member of the unit, who neither took nor handed it in',
  not_handed_in: ', no member of the unit, who did not hand it in',
  leader: ' (a viewer with the leader’s flag)',
}

/** The steps as the table of supabase/README.md, out of the database's own rules; sorted as a case lives. */
export async function transitionTable(query: Query): Promise<string> {
  const rows = await query<Row>(
    `select t.step, string_agg(t.from_status, ', ' order by o.place) as "from",
       case when t.step = 'resume' then 'where it was' when bool_and(t.to_status = t.from_status) then '(event only)' else min(t.to_status) end as "to",
       t.roles, t.who, t.needs, string_agg(distinct t.clock, ', ' order by t.clock) as clock, t.remark
     from private.hotspot_transitions t
     join unnest('{reported,accepted,assigned,in_progress,handed_in,suspended,closed}'::text[]) with ordinality as o (status, place) on o.status = t.from_status
     group by t.step, t.roles, t.who, t.needs, t.remark
     order by min(o.place), t.step`,
  )
  const lines = rows.map(({ step, from, to, roles, who, needs, clock, remark }) =>
    [step, from, to, `${roles.join(', ')}${WHO[who]}`, needs.join(', ') || '–', clock, remark ?? ''].join(' | '),
  )
  return [
    '| step | from | to | who | needs | clock | |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n')
}
