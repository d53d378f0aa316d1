-- Events on their way out. The position is the order of sending; per key it is the order of commits, because whoever appends
-- holds the lock of the aggregate's row.
create table outbox (
    position    bigint generated always as identity primary key,
    id          uuid        not null unique,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    source      text        not null,
    subject     text        not null,
    time        timestamptz not null,
    traceparent text,
    payload     bytea       not null
);

-- What the broker refused for good, with its reason.
create table outbox_dead (
    position    bigint primary key,
    id          uuid        not null,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    source      text        not null,
    subject     text        not null,
    time        timestamptz not null,
    traceparent text,
    payload     bytea       not null,
    reason      text        not null,
    died_at     timestamptz not null default now()
);

create function notify_outbox() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end $$;

create trigger outbox_filled after insert on outbox for each statement execute function notify_outbox();

-- Events that have taken effect; rows live longer than any log keeps its events.
create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

create index inbox_received_at on inbox (received_at);
