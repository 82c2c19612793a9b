-- Stand-in for Supabase's realtime schema: the same columns and signatures, bodies of our own, not partitioned, and a NOTIFY trigger
-- where Supabase reads a replication slot. Migrations may add policies on realtime.messages and call the functions, nothing else.
create table if not exists realtime.messages (
    id uuid not null default gen_random_uuid(),
    topic text not null,
    extension text not null,
    event text,
    payload jsonb,
    binary_payload bytea,
    private boolean default false,
    inserted_at timestamp not null default now(),
    updated_at timestamp not null default now(),
    check (payload is null or binary_payload is null),
    primary key (id, inserted_at)
);
alter table realtime.messages enable row level security;
create index if not exists messages_inserted_at_topic_index on realtime.messages (inserted_at desc, topic)
    where extension = 'broadcast' and private is true;
grant select, insert, update on realtime.messages to anon, authenticated, service_role;

create or replace function realtime.topic() returns text language sql stable as $$
    select nullif(current_setting('realtime.topic', true), '')
$$;

-- Like Supabase's: a failed broadcast is a warning and never fails the write that caused it.
create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true)
returns void language plpgsql as $$
declare
    message_id uuid := gen_random_uuid();
begin
    perform set_config('realtime.topic', topic, true);
    insert into realtime.messages (id, extension, topic, event, private, payload)
    values (
        message_id, 'broadcast', topic, event, private,
        case when payload ? 'id' then payload else payload || jsonb_build_object('id', message_id) end
    );
exception when others then
    raise warning 'realtime.send: %', sqlerrm;
end
$$;

create or replace function realtime.broadcast_changes(
    topic_name text, event_name text, operation text, table_name text, table_schema text, new record, old record, level text default 'ROW'
) returns void language plpgsql as $$
begin
    if level = 'STATEMENT' or operation not in ('INSERT', 'UPDATE', 'DELETE') then
        raise exception 'broadcast_changes: row-level INSERT, UPDATE or DELETE only';
    end if;
    perform realtime.send(
        jsonb_build_object('schema', table_schema, 'table', table_name, 'operation', operation, 'record', new, 'old_record', old),
        event_name, topic_name
    );
end
$$;

-- The bridge to the sockets. NOTIFY carries a small message itself (limit 8000 bytes), of a larger one only the id. Definer, because the
-- writer may insert but not read messages.
create or replace function realtime.embedded_notify() returns trigger language plpgsql security definer set search_path = '' as $$
declare
    message text;
begin
    if new.extension <> 'broadcast' or new.event is null then
        return null;
    end if;
    message := json_build_object(
        'id', new.id, 'topic', new.topic, 'event', new.event, 'private', new.private, 'payload', new.payload
    )::text;
    if new.binary_payload is not null or octet_length(message) > 7900 then
        message := json_build_object('id', new.id)::text;
    end if;
    perform pg_notify('realtime_messages', message);
    return null;
end
$$;
create or replace trigger embedded_notify after insert on realtime.messages
    for each row execute function realtime.embedded_notify();
