-- Dated clean-up efforts: phases, measures, targets per area, and the categories that propose them.

create table public.campaign_catalogue (
    slug text primary key,
    position int not null,
    name text not null,
    name_en text not null,
    measure text not null,
    measure_unit text,
    constraint campaign_catalogue_measure_is_known check (coalesce(measure, '') in ('cleared', 'length', 'passed', 'volume'))
);
comment on table public.campaign_catalogue is 'The nine campaigns that every new township starts with; data, not an enumeration. A township changes its own copies.';
insert into public.campaign_catalogue (position, slug, name, name_en, measure, measure_unit) values
    (1, 'market', '农贸市场综合整治', 'Market rectification', 'passed', '处'),
    (2, 'cable', '空中缆线整治', 'Overhead cable clean-up', 'length', '米'),
    (3, 'small_ads', '小广告整治', 'Small-ad removal', 'cleared', '处'),
    (4, 'environment', '环境整治(十二乱)', 'Environment clean-up (twelve disorders)', 'cleared', '处'),
    (5, 'town_look', '镇容镇貌', 'Appearance of the town', 'cleared', '处'),
    (6, 'infrastructure', '基础设施提升', 'Infrastructure improvement', 'volume', '件'),
    (7, 'municipal', '市政设施', 'Municipal facilities', 'cleared', '处'),
    (8, 'dogs', '不文明养犬', 'Uncivil dog keeping', 'cleared', '起'),
    (9, 'ebikes', '电动自行车', 'Electric bicycles', 'cleared', '起');

create table public.campaigns (
    id bigint generated always as identity primary key,
    root_id bigint not null references public.areas (id) on delete restrict,
    slug text not null,
    name text not null,
    name_en text,
    lead_unit_id bigint references public.units (id) on delete set null,
    starts_on date,
    ends_on date,
    created_at timestamptz not null default now(),
    constraint campaigns_name_is_not_blank check (coalesce(btrim(name), '') <> ''),
    constraint campaigns_runs_forward check (starts_on is null or ends_on is null or ends_on >= starts_on),
    constraint campaigns_slug_is_unique unique (root_id, slug)
);
comment on table public.campaigns is 'A dated clean-up effort of one area tree.';
create index campaigns_lead_unit_id on public.campaigns (lead_unit_id);
create trigger check_root before insert or update of root_id on public.campaigns for each row execute function private.check_root();

create table public.campaign_phases (
    campaign_id bigint not null references public.campaigns (id) on delete cascade,
    position int not null,
    name text not null,
    name_en text,
    starts_on date not null,
    ends_on date not null,
    primary key (campaign_id, position),
    constraint campaign_phases_runs_forward check (ends_on >= starts_on)
);
comment on table public.campaign_phases is 'Phases such as 准备, 集中整治, 总结冲刺 with their dates.';

create table public.campaign_measures (
    id bigint generated always as identity primary key,
    campaign_id bigint not null references public.campaigns (id) on delete cascade,
    measure text not null,
    unit text,
    is_headline boolean not null default false,
    constraint campaign_measures_measure_is_known check (coalesce(measure, '') in ('cleared', 'length', 'passed', 'volume')),
    constraint campaign_measures_is_unique unique (campaign_id, measure, unit)
);
comment on table public.campaign_measures is 'How progress of a campaign is measured; one measure is the headline.';
create unique index campaign_measures_one_headline on public.campaign_measures (campaign_id) where is_headline;

create table public.campaign_targets (
    measure_id bigint not null references public.campaign_measures (id) on delete cascade,
    area_id bigint not null references public.areas (id) on delete cascade,
    baseline numeric not null default 0,
    target numeric not null,
    primary key (measure_id, area_id),
    constraint campaign_targets_is_a_quantity check (
        baseline >= 0 and baseline < 'Infinity' and target >= 0 and target < 'Infinity'
    )
);
comment on table public.campaign_targets is 'Baseline and target of a measure in an area, in the unit of the measure.';
create index campaign_targets_area_id on public.campaign_targets (area_id);

create table public.campaign_categories (
    campaign_id bigint not null references public.campaigns (id) on delete cascade,
    category_id bigint not null references public.categories (id) on delete cascade,
    primary key (campaign_id, category_id)
);
comment on table public.campaign_categories is 'Categories that propose a campaign for a new hotspot.';
create index campaign_categories_category_id on public.campaign_categories (category_id);

create function private.campaign_root(p_campaign_id bigint)
returns bigint
language sql
stable
security definer -- read by policies of tables that hang on campaigns
set search_path = ''
as $$
    select root_id from public.campaigns where id = p_campaign_id and root_id = any (private.root_ids())
$$;
comment on function private.campaign_root(bigint) is 'Root of a campaign; null for one that is unknown or in a tree of which the caller is no member.';
create function private.measure_root(p_measure_id bigint)
returns bigint
language sql
stable
security definer -- see campaign_root
set search_path = ''
as $$
    select private.campaign_root(m.campaign_id) from public.campaign_measures m where m.id = p_measure_id
$$;
comment on function private.measure_root(bigint) is 'Root of a measure''s campaign, as campaign_root.';
grant execute on function private.campaign_root(bigint), private.measure_root(bigint) to authenticated;

create function private.check_target_shares_root()
returns trigger
language plpgsql
security definer -- must see both trees whoever writes
set search_path = ''
as $$
begin
    if not exists (
        select from public.campaign_measures m
        join public.campaigns c on c.id = m.campaign_id
        join public.areas a on a.root_id = c.root_id
        where m.id = new.measure_id and a.id = new.area_id
    ) then
        perform private.refuse('PT422', 'root_required');
    end if;
    return new;
end;
$$;
comment on function private.check_target_shares_root() is 'Refuses (PT422) a target for an area of another tree.';
create trigger check_target_shares_root before insert or update on public.campaign_targets
    for each row execute function private.check_target_shares_root();

create function private.check_lead_unit()
returns trigger
language plpgsql
security definer -- must see the unit whoever writes
set search_path = ''
as $$
begin
    if new.lead_unit_id is not null
        and not exists (select from public.units u where u.id = new.lead_unit_id and u.root_id = new.root_id) then
        perform private.refuse('PT422', 'unit_unknown');
    end if;
    return new;
end;
$$;
comment on function private.check_lead_unit() is 'Refuses (PT422 unit_unknown) a lead unit of another tree.';
create trigger check_lead_unit before insert or update of lead_unit_id, root_id on public.campaigns
    for each row execute function private.check_lead_unit();

create function private.check_campaign_category()
returns trigger
language plpgsql
security definer -- must see both whoever writes
set search_path = ''
as $$
begin
    if not exists (
        select from public.categories k, public.campaigns c
        where k.id = new.category_id and c.id = new.campaign_id and (k.root_id is null or k.root_id = c.root_id)
    ) then
        perform private.refuse('PT422', 'category_unknown');
    end if;
    return new;
end;
$$;
comment on function private.check_campaign_category() is 'Refuses (PT422 category_unknown) a category that is neither shared nor of the campaign''s root.';
create trigger check_campaign_category before insert or update on public.campaign_categories
    for each row execute function private.check_campaign_category();

create function private.adopt_catalogue(p_root_id bigint)
returns void
language sql
set search_path = ''
as $$
    with adopted as (
        insert into public.campaigns (root_id, slug, name, name_en)
        select p_root_id, slug, name, name_en from public.campaign_catalogue order by position
        returning id, slug
    )
    insert into public.campaign_measures (campaign_id, measure, unit, is_headline)
    select a.id, c.measure, c.measure_unit, true from adopted a join public.campaign_catalogue c using (slug)
$$;
comment on function private.adopt_catalogue(bigint) is 'Gives a root its own copies of the nine campaigns. Not callable by clients.';

alter table public.campaign_catalogue enable row level security;
grant select on public.campaign_catalogue to authenticated, service_role;
create policy campaign_catalogue_select on public.campaign_catalogue for select to authenticated using (true);

alter table public.campaigns enable row level security;
grant select on public.campaigns to authenticated, service_role;
grant insert (root_id, slug, name, name_en, lead_unit_id, starts_on, ends_on), update (name, name_en, lead_unit_id, starts_on, ends_on), delete
    on public.campaigns to authenticated;
create policy campaigns_select_in_root on public.campaigns for select to authenticated using (root_id = any ((select private.root_ids())::bigint[]));
create policy campaigns_insert_by_planner on public.campaigns for insert to authenticated with check (private.may(root_id, '{admin,planner}'));
create policy campaigns_update_by_planner on public.campaigns for update to authenticated
    using (private.may(root_id, '{admin,planner}')) with check (private.may(root_id, '{admin,planner}'));
create policy campaigns_delete_by_planner on public.campaigns for delete to authenticated using (private.may(root_id, '{admin,planner}'));

alter table public.campaign_phases enable row level security;
grant select on public.campaign_phases to authenticated, service_role;
grant insert (campaign_id, position, name, name_en, starts_on, ends_on), update (name, name_en, starts_on, ends_on), delete on public.campaign_phases to authenticated;
create policy campaign_phases_select_in_root on public.campaign_phases for select to authenticated
    using (private.campaign_root(campaign_id) = any ((select private.root_ids())::bigint[]));
create policy campaign_phases_insert_by_planner on public.campaign_phases for insert to authenticated with check (private.may(private.campaign_root(campaign_id), '{admin,planner}'));
create policy campaign_phases_update_by_planner on public.campaign_phases for update to authenticated
    using (private.may(private.campaign_root(campaign_id), '{admin,planner}')) with check (private.may(private.campaign_root(campaign_id), '{admin,planner}'));
create policy campaign_phases_delete_by_planner on public.campaign_phases for delete to authenticated using (private.may(private.campaign_root(campaign_id), '{admin,planner}'));

alter table public.campaign_measures enable row level security;
grant select on public.campaign_measures to authenticated, service_role;
grant insert (campaign_id, measure, unit, is_headline), update (unit, is_headline), delete on public.campaign_measures to authenticated;
create policy campaign_measures_select_in_root on public.campaign_measures for select to authenticated
    using (private.campaign_root(campaign_id) = any ((select private.root_ids())::bigint[]));
create policy campaign_measures_insert_by_planner on public.campaign_measures for insert to authenticated with check (private.may(private.campaign_root(campaign_id), '{admin,planner}'));
create policy campaign_measures_update_by_planner on public.campaign_measures for update to authenticated
    using (private.may(private.campaign_root(campaign_id), '{admin,planner}')) with check (private.may(private.campaign_root(campaign_id), '{admin,planner}'));
create policy campaign_measures_delete_by_planner on public.campaign_measures for delete to authenticated using (private.may(private.campaign_root(campaign_id), '{admin,planner}'));

alter table public.campaign_targets enable row level security;
grant select on public.campaign_targets to authenticated, service_role;
grant insert (measure_id, area_id, baseline, target), update (baseline, target), delete on public.campaign_targets to authenticated;
create policy campaign_targets_select_in_root on public.campaign_targets for select to authenticated
    using (private.measure_root(measure_id) = any ((select private.root_ids())::bigint[]));
create policy campaign_targets_insert_by_planner on public.campaign_targets for insert to authenticated with check (private.may(private.measure_root(measure_id), '{admin,planner}'));
create policy campaign_targets_update_by_planner on public.campaign_targets for update to authenticated
    using (private.may(private.measure_root(measure_id), '{admin,planner}')) with check (private.may(private.measure_root(measure_id), '{admin,planner}'));
create policy campaign_targets_delete_by_planner on public.campaign_targets for delete to authenticated using (private.may(private.measure_root(measure_id), '{admin,planner}'));

alter table public.campaign_categories enable row level security;
grant select on public.campaign_categories to authenticated, service_role;
grant insert (campaign_id, category_id), delete on public.campaign_categories to authenticated;
create policy campaign_categories_select_in_root on public.campaign_categories for select to authenticated
    using (private.campaign_root(campaign_id) = any ((select private.root_ids())::bigint[]));
create policy campaign_categories_insert_by_planner on public.campaign_categories for insert to authenticated with check (private.may(private.campaign_root(campaign_id), '{admin,planner}'));
create policy campaign_categories_delete_by_planner on public.campaign_categories for delete to authenticated using (private.may(private.campaign_root(campaign_id), '{admin,planner}'));
