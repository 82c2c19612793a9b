-- Photos as evidence: a private bucket for the files, a table for what is known of them, and what may be doubted about them. A doubt is a hint that
-- people see beside the photo; it never stands in the way of a step. Files are uploaded first and named by a step afterwards, because a photo
-- takes minutes on a bad line and a step must not.

create table public.photos (
    id uuid primary key,
    hotspot_id uuid not null references public.hotspots (id) on delete restrict,
    event_id bigint references public.hotspot_events (id) on delete restrict,
    root_id bigint not null references public.areas (id) on delete restrict,
    kind text not null,
    path text not null,
    thumb_path text not null,
    width int not null,
    height int not null,
    bytes int not null,
    taken_at timestamptz,
    taken_lng double precision,
    taken_lat double precision,
    source text not null,
    sha256 text not null,
    dhash bigint not null,
    hints text[] not null default '{}',
    seen_in uuid references public.hotspots (id) on delete restrict,
    uploaded_by uuid not null,
    created_at timestamptz not null default now(),
    constraint photos_kind_is_known check (coalesce(kind, '') in ('before', 'after', 'revisit', 'other')),
    constraint photos_source_is_known check (coalesce(source, '') in ('camera', 'file')),
    constraint photos_size_is_possible check (
        coalesce(width between 1 and 20000 and height between 1 and 20000 and bytes between 1 and 5242880, false)
    ),
    constraint photos_place_is_whole_and_on_earth check (
        taken_lng is null and taken_lat is null or coalesce(taken_lng between -180 and 180 and taken_lat between -90 and 90, false)
    ),
    constraint photos_sha256_is_hexadecimal check (coalesce(sha256, '') ~ '^[0-9a-f]{64}$'),
    constraint photos_hints_are_known check (hints <@ array[
        'far_from_case', 'old_photo', 'no_time', 'no_place', 'from_file', 'seen_before', 'same_as_before'
    ]),
    constraint photos_path_is_unique unique (path),
    constraint photos_thumb_path_is_unique unique (thumb_path)
);
comment on table public.photos is
    'Photos of a case, each tied to the step that brought it. Written by attach_photos alone, never edited, never deleted. The files are in the bucket "evidence".';
comment on column public.photos.event_id is 'The step that brought it.';
comment on column public.photos.taken_at is 'When the camera says it was taken; null when it does not.';
comment on column public.photos.bytes is 'Size of the stored file, as the storage measured it.';
comment on column public.photos.sha256 is 'Of the uploaded file, as the client worked it out.';
comment on column public.photos.dhash is 'Difference hash: 8 × 8 comparisons of neighbouring grey values, first comparison in the highest bit. 0 = nothing to compare.';
comment on column public.photos.hints is
    'Reasons to look twice: far_from_case, old_photo, no_time, no_place, from_file, seen_before, same_as_before. They block nothing.';
comment on column public.photos.seen_in is 'The case where the same picture had been used before, when there is the hint seen_before.';
create index photos_hotspot_id on public.photos (hotspot_id, created_at);
create index photos_event_id on public.photos (event_id) where event_id is not null;
create index photos_root_id on public.photos (root_id, sha256);
create index photos_seen_in on public.photos (seen_in) where seen_in is not null;

-- Two hashes that differ in at most 6 of 64 bits differ in at most one bit in at least one of four bands of 16. So: index the four bands, and look
-- up each band as it is and with each bit turned, 68 numbers. Of a million photos some thousand are then compared bit by bit.
create function private.dhash_bands(p_dhash bigint)
returns int[]
language sql
immutable
parallel safe
return array[
    (p_dhash & 65535)::int,
    65536 | ((p_dhash >> 16) & 65535)::int,
    131072 | ((p_dhash >> 32) & 65535)::int,
    196608 | ((p_dhash >> 48) & 65535)::int
];
comment on function private.dhash_bands(bigint) is 'The four 16-bit bands of a hash, each marked with its place: what the index holds.';

create function private.dhash_probes(p_dhash bigint)
returns int[]
language sql
immutable
set search_path = ''
as $$
    select array_agg(case when turned.bit is null then band.value else band.value # (1 << turned.bit) end)
    from unnest(private.dhash_bands(p_dhash)) as band (value)
    cross join (select null::int as bit union all select generate_series(0, 15)) turned
$$;
comment on function private.dhash_probes(bigint) is 'What a band of any hash at a distance of six or less may be: each band of this one, as it is and with one bit turned.';

create index photos_dhash on public.photos using gin (private.dhash_bands(dhash)) with (fastupdate = off) where dhash <> 0;

create function private.dhash_distance(p_one bigint, p_other bigint)
returns int
language sql
immutable
parallel safe
return bit_count((p_one # p_other)::bit(64))::int;
comment on function private.dhash_distance(bigint, bigint) is 'In how many of the 64 bits two hashes differ.';

create function private.seen_before(p_root_id bigint, p_hotspot_id uuid, p_sha256 text, p_dhash bigint)
returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
    v_probes int[] := private.dhash_probes(p_dhash);
    v_seen uuid;
begin
    select p.hotspot_id into v_seen from public.photos p
    where p.root_id = p_root_id and p.sha256 = p_sha256 and p.hotspot_id <> p_hotspot_id
    order by p.created_at, p.id limit 1;
    -- A hash of 0 is a picture without any edge: it would look like every other one.
    if v_seen is null and p_dhash <> 0 then
        select p.hotspot_id into v_seen from public.photos p
        where private.dhash_bands(p.dhash) operator(pg_catalog.&&) v_probes and p.dhash <> 0
            and p.root_id = p_root_id and p.hotspot_id <> p_hotspot_id and private.dhash_distance(p.dhash, p_dhash) <= 6
        order by p.created_at, p.id limit 1;
    end if;
    return v_seen;
end;
$$;
comment on function private.seen_before(bigint, uuid, text, bigint) is
    'Another case of the root with the same picture: the same file, or a hash at a distance of six or less. The earliest; null when there is none.';

create function private.photo_setting(p_area_id bigint, p_key text, p_otherwise double precision)
returns double precision
language sql
stable
set search_path = ''
as $$
    select coalesce((select n from private.try_number(private.setting(p_area_id, p_key)) n where n > 0), p_otherwise)
$$;
comment on function private.photo_setting(bigint, text, double precision) is 'A setting that is a positive number; p_otherwise where it is none.';

create function private.photo_hints(p_photo public.photos, p_hotspot public.hotspots)
returns text[]
language sql
stable
set search_path = ''
as $$
    select coalesce(array_agg(h.hint order by h.place), '{}')
    from (values
        (1, 'same_as_before', p_photo.kind in ('after', 'revisit') and exists (
            select from public.photos p
            where p.hotspot_id = p_photo.hotspot_id and p.kind <> p_photo.kind and p.id <> p_photo.id
                -- Nearer than "seen before": the same place from the same spot is what is asked for, the same picture is not.
                and (p.sha256 = p_photo.sha256 or p.dhash <> 0 and private.dhash_distance(p.dhash, p_photo.dhash) <= 2)
        )),
        (2, 'seen_before', p_photo.seen_in is not null),
        (3, 'far_from_case', p_photo.taken_lng is not null and extensions.st_distance(
            extensions.st_setsrid(extensions.st_makepoint(p_photo.taken_lng, p_photo.taken_lat), 4326)::extensions.geography,
            coalesce(p_hotspot.shape, extensions.st_setsrid(extensions.st_makepoint(p_hotspot.lng, p_hotspot.lat), 4326))::extensions.geography
        ) > private.photo_setting(coalesce(p_hotspot.area_id, p_hotspot.root_id), 'photo_far_m', 200)),
        (4, 'old_photo', p_photo.taken_at
            < p_photo.created_at - interval '1 hour' * private.photo_setting(coalesce(p_hotspot.area_id, p_hotspot.root_id), 'photo_old_hours', 24)
            -- A phone's clock may run ahead by minutes.
            or p_photo.taken_at > p_photo.created_at + interval '10 minutes'),
        (5, 'no_time', p_photo.taken_at is null),
        (6, 'no_place', p_photo.taken_lng is null),
        (7, 'from_file', p_photo.source = 'file')
    ) h (place, hint, holds)
    where h.holds
$$;
comment on function private.photo_hints(public.photos, public.hotspots) is
    'What speaks against a photo of a case, the gravest first. Limits are settings: photo_far_m (200 metres), photo_old_hours (24).';

create function private.keep_photos()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
    perform private.refuse('PT403', 'not_allowed');
    return null;
end;
$$;
comment on function private.keep_photos() is 'Refuses (PT403) every change of a photo, whoever tries: it is evidence.';
create trigger keep_photos before update or delete on public.photos for each row execute function private.keep_photos();
create trigger keep_photos_truncate before truncate on public.photos for each statement execute function private.keep_photos();

create function private.attach_photos(p_hotspot_id uuid, p_event_id bigint, p_step text, p_photos jsonb)
returns int
language plpgsql
set search_path = ''
as $$
declare
    v_user uuid := auth.uid();
    v_hotspot public.hotspots;
    v_given jsonb;
    v_photo public.photos;
    v_stored int;
    v_size bigint;
    v_count int := 0;
begin
    if p_photos is null or jsonb_typeof(p_photos) = 'null' or p_photos = '[]' then
        return 0;
    end if;
    if v_user is null then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    if jsonb_typeof(p_photos) <> 'array' then
        perform private.refuse('PT422', 'photo_unknown');
    end if;
    if jsonb_array_length(p_photos) > 9 then
        perform private.refuse('PT422', 'too_many_photos');
    end if;
    select * into v_hotspot from public.hotspots where id = p_hotspot_id;
    if not found then
        perform private.refuse('PT403', 'not_found');
    end if;

    for v_given in select g from jsonb_array_elements(p_photos) g loop
        if coalesce(v_given ->> 'id', '') !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then
            perform private.refuse('PT422', 'photo_unknown');
        end if;
        v_photo := null;
        v_photo.id := (v_given ->> 'id')::uuid;
        v_photo.hotspot_id := p_hotspot_id;
        v_photo.event_id := p_event_id;
        v_photo.root_id := v_hotspot.root_id;
        v_photo.path := format('%s/%s/%s.jpg', v_hotspot.root_id, p_hotspot_id, v_photo.id);
        v_photo.thumb_path := format('%s/%s/%s-thumb.jpg', v_hotspot.root_id, p_hotspot_id, v_photo.id);
        v_photo.uploaded_by := v_user;
        v_photo.created_at := now();
        if exists (select from public.photos p where p.id = v_photo.id) then
            perform private.refuse('PT422', 'photo_taken');
        end if;
        -- Only what oneself has uploaded, and both the picture and its small copy.
        select count(*), max(case when o.name = v_photo.path then private.try_bigint(o.metadata ->> 'size') end) into v_stored, v_size
        from storage.objects o
        where o.bucket_id = 'evidence' and o.name in (v_photo.path, v_photo.thumb_path) and o.owner_id = v_user::text;
        if v_stored = 0 then
            perform private.refuse('PT422', 'photo_unknown');
        elsif v_stored = 1 then
            perform private.refuse('PT422', 'photo_missing');
        end if;

        v_photo.kind := case
            when p_step = 'report' then 'before'
            when p_step = 'hand_in' then 'after'
            when p_step in ('pass_revisit', 'fail_revisit') then 'revisit'
            when v_given ->> 'kind' in ('before', 'after', 'revisit') then v_given ->> 'kind'
            else 'other'
        end;
        v_photo.width := private.whole_number(v_given -> 'width', 20000);
        v_photo.height := private.whole_number(v_given -> 'height', 20000);
        v_photo.bytes := coalesce(v_size, private.whole_number(v_given -> 'bytes', 5242880));
        v_photo.source := case when v_given ->> 'source' = 'camera' then 'camera' else 'file' end;
        v_photo.sha256 := case when v_given ->> 'sha256' ~ '^[0-9a-f]{64}$' then v_given ->> 'sha256' end;
        v_photo.dhash := case when v_given ->> 'dhash' ~ '^[0-9a-f]{16}$' then ('x' || (v_given ->> 'dhash'))::bit(64)::bigint end;
        if v_photo.width is null or v_photo.height is null or coalesce(v_photo.bytes, 0) not between 1 and 5242880
            or v_photo.sha256 is null or v_photo.dhash is null then
            perform private.refuse('PT422', 'photo_invalid');
        end if;
        v_photo.taken_at := private.try_timestamptz(v_given ->> 'takenAt');
        v_photo.taken_lng := private.try_number(v_given -> 'takenLng');
        v_photo.taken_lat := private.try_number(v_given -> 'takenLat');
        if (v_photo.taken_lng between -180 and 180 and v_photo.taken_lat between -90 and 90) is not true then
            v_photo.taken_lng := null;
            v_photo.taken_lat := null;
        end if;
        v_photo.seen_in := private.seen_before(v_photo.root_id, p_hotspot_id, v_photo.sha256, v_photo.dhash);
        v_photo.hints := private.photo_hints(v_photo, v_hotspot);
        insert into public.photos select (v_photo).* on conflict (id) do nothing;
        if not found then
            perform private.refuse('PT422', 'photo_taken');
        end if;
        v_count := v_count + 1;
    end loop;
    return v_count;
end;
$$;
comment on function private.attach_photos(uuid, bigint, text, jsonb) is
    'Ties photos that the caller has uploaded to a step: [{id, kind, width, height, bytes, takenAt, takenLng, takenLat, source, sha256, dhash}], dhash as 16 hex '
    'digits, and gives their number (0 for none). The kind follows from the step where that decides it. For functions that have checked the step: not callable '
    'by clients. Refuses PT403 not_allowed, not_found; PT422 too_many_photos (more than 9), photo_unknown (not uploaded by the caller), photo_missing (one of '
    'its two files), photo_taken, photo_invalid.';

create function private.whole_number(p_value jsonb, p_most int)
returns int
language sql
immutable
set search_path = ''
as $$
    select case when n between 1 and p_most and n = floor(n) then n::int end from private.try_number(p_value) n
$$;
comment on function private.whole_number(jsonb, int) is 'A JSON number that is whole and lies between 1 and p_most; null for anything else.';

create function private.photos_json(p_hotspot_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'kind', p.kind, 'eventId', p.event_id, 'path', p.path, 'thumbPath', p.thumb_path, 'width', p.width, 'height', p.height,
        'takenAt', p.taken_at, 'takenLng', p.taken_lng, 'takenLat', p.taken_lat, 'source', p.source, 'hints', p.hints,
        -- Named only to whoever may see that case too.
        'seenIn', (select h.no from public.hotspots h where h.id = p.seen_in),
        'createdAt', p.created_at, 'uploadedByMe', p.uploaded_by = (select auth.uid())
    ) order by p.created_at, p.event_id, p.id), '[]')
    from public.photos p
    where p.hotspot_id = p_hotspot_id
$$;
comment on function private.photos_json(uuid) is
    'Photos of a case as the screens read them, the oldest first: [{id, kind, eventId, path, thumbPath, width, height, takenAt, takenLng, takenLat, source, hints, '
    'seenIn, createdAt, uploadedByMe}]. Read as the caller: nothing of a case that it does not see.';
grant execute on function private.photos_json(uuid) to authenticated;

alter table public.photos enable row level security;
grant select on public.photos to authenticated, service_role;
create policy photos_select_with_hotspot on public.photos for select to authenticated using (
    exists (select from public.hotspots h where h.id = hotspot_id)
);

-- The files. Objects are named <root id>/<hotspot>/<photo>.jpg and …-thumb.jpg. The table of objects is the storage's own: it has its row security
-- already, and nobody but its owner may alter it on a hosted project.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('evidence', 'evidence', false, 5242880, '{image/jpeg,image/png,image/webp}')
on conflict (id) do update set
    public = excluded.public, file_size_limit = excluded.file_size_limit, allowed_mime_types = excluded.allowed_mime_types;

create function private.may_upload_photo(p_name text)
returns boolean
language sql
stable
security definer -- reads the caller's memberships
set search_path = ''
as $$
    select case
        when p_name ~ '^[1-9]\d{0,17}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-thumb)?\.jpg$'
        then private.has_role_in_root(split_part(p_name, '/', 1)::bigint, '{admin,planner,supervisor,handler,officer}')
            -- A case that exists takes files only where it is; a report's files come before the report.
            and not exists (
                select from public.hotspots h
                where h.id = split_part(p_name, '/', 2)::uuid
                    and (h.root_id <> split_part(p_name, '/', 1)::bigint or not private.is_visible(h))
            )
        else false
    end
$$;
comment on function private.may_upload_photo(text) is
    'True when the caller may upload a file of this name: it belongs to the root as more than a viewer, and sees the case if there is one yet.';
grant execute on function private.may_upload_photo(text) to authenticated;

create policy evidence_insert_own on storage.objects for insert to authenticated with check (
    bucket_id = 'evidence' and owner_id = (select auth.uid())::text and private.may_upload_photo(name)
);
-- What is attached is seen with its case; what is not yet, by whoever has uploaded it, while a member.
create policy evidence_select_attached_or_own on storage.objects for select to authenticated using (
    bucket_id = 'evidence' and (
        owner_id = (select auth.uid())::text and (storage.foldername(name))[1] = any ((select private.root_ids())::text[])
        or exists (select from public.photos p where p.path = objects.name)
        or exists (select from public.photos p where p.thumb_path = objects.name)
    )
);
