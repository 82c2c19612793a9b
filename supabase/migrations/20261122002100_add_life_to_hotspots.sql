-- What a case carries through its whole life beyond its status: its clock, what it is linked with, and what happened to it how often. The columns
-- stand in one file because the clock, the steps and the ledger each read those of the others.

alter table public.hotspots
    add column relapse_of uuid references public.hotspots (id) on delete restrict,
    add column duplicate_of uuid references public.hotspots (id) on delete restrict,
    add column transferred_to text,
    add column suspended_from text,
    add column proposed_unit_id bigint references public.units (id) on delete set null,
    add column limit_amount numeric,
    add column limit_unit text,
    add column due_at timestamptz,
    add column first_due_at timestamptz,
    add column clock_left numeric,
    add column extension_days numeric,
    add column handed_in_at timestamptz,
    add column urged_at timestamptz,
    add column urged_count int not null default 0,
    add column returned_count int not null default 0,
    add column reworked_count int not null default 0,
    add column extended_count int not null default 0,
    add constraint hotspots_duplicate_names_its_original check (duplicate_of is null or status = 'duplicate' and duplicate_of <> id),
    add constraint hotspots_relapse_is_of_another check (relapse_of is null or relapse_of <> id),
    add constraint hotspots_transfer_names_its_receiver check (transferred_to is null or status = 'transferred' and btrim(transferred_to) <> ''),
    add constraint hotspots_suspension_knows_the_way_back check (
        suspended_from is null or status = 'suspended' and suspended_from in ('accepted', 'assigned', 'in_progress')
    ),
    add constraint hotspots_limit_is_whole check (
        (limit_amount is null) = (limit_unit is null)
        and (limit_amount is null or limit_amount > 0 and limit_amount < 'Infinity')
        and (limit_unit is null or limit_unit in ('urgent_hour', 'urgent_day', 'working_hour', 'working_day', 'calendar_day'))
    ),
    add constraint hotspots_counts_are_not_negative check (urged_count >= 0 and returned_count >= 0 and reworked_count >= 0 and extended_count >= 0);

comment on column public.hotspots.relapse_of is 'The closed case that this one is, come back. A closed case is never reopened.';
comment on column public.hotspots.duplicate_of is 'The case that tells of the same problem.';
comment on column public.hotspots.transferred_to is 'Who has it now, when it is not the township''s.';
comment on column public.hotspots.suspended_from is 'The status to go back to.';
comment on column public.hotspots.proposed_unit_id is 'The unit that the routing of categories proposes; null = nobody answers (ownerless).';
comment on column public.hotspots.limit_unit is 'urgent_hour 紧急工作时 and urgent_day 紧急工作日 run on; working_hour 工作时 and working_day 工作日 count working time; calendar_day 自然日.';
comment on column public.hotspots.due_at is 'When it has to be closed; null while no clock runs (not accepted, suspended, imported).';
comment on column public.hotspots.first_due_at is 'due_at before the first extension or suspension moved it.';
comment on column public.hotspots.clock_left is 'What was left of the limit when it was suspended, in limit_unit; negative when it was overdue.';
comment on column public.hotspots.extension_days is 'Days of an extension that somebody has asked for and nobody has answered.';

create index hotspots_relapse_of on public.hotspots (relapse_of) where relapse_of is not null;
create index hotspots_duplicate_of on public.hotspots (duplicate_of) where duplicate_of is not null;
create index hotspots_proposed_unit on public.hotspots (proposed_unit_id) where proposed_unit_id is not null;
-- Overdue depends on the hour, so it is no counter: it is read from here.
create index hotspots_due on public.hotspots (root_id, due_at) where end_reason is null and due_at is not null;
