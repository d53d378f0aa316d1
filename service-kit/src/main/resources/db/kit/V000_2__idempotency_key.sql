-- The answers to POSTs that came with an Idempotency-Key, for 24 hours.
create table idempotency_key (
    -- SHA-256 over user, method, path and key: one short index entry, and no names kept
    scope          bytea       primary key,
    -- SHA-256 over query and body
    request_hash   bytea       not null,
    -- who does the request: a late answer of a lapsed reservation must not overwrite its successor's
    reservation    uuid        not null,
    reserved_until timestamptz not null,
    expires_at     timestamptz not null,
    -- null while the request is under way
    status         integer,
    content_type   text,
    location       text,
    etag           text,
    body           bytea
);

create index idempotency_key_expiry on idempotency_key (expires_at);
