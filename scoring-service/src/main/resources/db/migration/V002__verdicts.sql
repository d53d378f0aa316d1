-- The newest snapshots of the neighbours, and when each experiment is looked at next. Snapshots are text, not jsonb: a verdict
-- is replayed from exactly what was read.
create table docket (
    experiment_id       uuid primary key,
    experiment_key      text        not null,
    experiment_revision bigint      not null default 0,
    experiment          text,
    evidence_revision   bigint      not null default 0,
    evidence            text,
    sighting            text,
    looked_at           timestamptz,
    due_at              timestamptz
);

create index docket_key on docket (experiment_key);
create index docket_due on docket (due_at) where due_at is not null;

create table admission (
    experiment_id  uuid primary key,
    experiment_key text        not null,
    revision       bigint      not null,
    surface        text        not null,
    status         text        not null,
    lease_from     timestamptz,
    lease_until    timestamptz
);

create index admission_surface on admission (surface);

-- Verdicts with the exact inputs they were computed from; each row's hash covers the row before it.
create table verdict (
    experiment_id  uuid        not null,
    revision       bigint      not null check (revision > 0),
    verdict_id     uuid        not null unique,
    experiment_key text        not null,
    computed_at    timestamptz not null,
    judge_version  text        not null,
    inputs         text        not null,
    looks          text        not null,
    body           text        not null,
    previous_hash  text        not null,
    hash           text        not null,
    primary key (experiment_id, revision)
);

create index verdict_key on verdict (experiment_key, revision);

create function refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger of verdicts is append-only';
end $$;

create trigger verdict_is_final before update or delete on verdict
    for each row execute function refuse_change_of_ledger();
create trigger verdict_stays before truncate on verdict
    for each statement execute function refuse_change_of_ledger();

create function notify_verdict() returns trigger language plpgsql as $$
begin
    perform pg_notify('verdict', '');
    return null;
end $$;

create trigger verdict_computed after insert on verdict for each statement execute function notify_verdict();
