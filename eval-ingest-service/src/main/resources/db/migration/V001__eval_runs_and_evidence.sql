-- What is known of experiments, from the registry's snapshots.
create table experiment (
    id       uuid    primary key,
    key      text    not null unique,
    team     text    not null,
    revision bigint  not null,
    over     boolean not null,
    plan     jsonb   not null
);
-- Evidence may name an experiment by its id.
create index experiment_id_text on experiment ((id::text));

-- One upload. It may bring several variants of one run.
create table eval_run (
    run           uuid        primary key,
    -- the key, or what was sent while the experiment was not known
    experiment    text        not null,
    -- set once it may be counted
    experiment_id uuid,
    team          text        not null,
    sent_by       text        not null,
    run_id        text        not null,
    digest        text        not null,
    format        text        not null,
    tool          text,
    eval_set      text        not null,
    -- false: a stand-in that gives way to the plan's
    eval_set_given boolean    not null,
    started_at    timestamptz not null,
    received_at   timestamptz not null,
    bytes         bigint      not null,
    chunks        integer     not null,
    -- RECEIVED, PARKED, COMMITTED, REJECTED
    status        text        not null,
    -- the sender was told that it is durable
    acknowledged  boolean     not null default false,
    -- the commit record was read from the log
    committed     boolean     not null default false,
    -- the order of counting; set once everything is there
    position      bigint,
    next_chunk    integer     not null default 0,
    tally         jsonb       not null
);
create index eval_run_newest on eval_run (received_at desc, run desc);
create index eval_run_of_experiment on eval_run (experiment, received_at desc);
create index eval_run_to_count on eval_run (experiment_id, position) where status = 'RECEIVED' and position is not null;
create index eval_run_waiting on eval_run (experiment) where position is null and status in ('PARKED', 'RECEIVED');
create sequence eval_run_position;

-- The identity of a run: which upload it is.
create table eval_run_variant (
    experiment text   not null,
    variant    text   not null,
    run_id     text   not null,
    run        uuid   not null references eval_run on delete cascade,
    id         uuid   not null unique,
    cases      bigint not null,
    primary key (experiment, variant, run_id)
);
create index eval_run_variant_of_run on eval_run_variant (run);

-- Which uploads have left chunks here: what is never committed is dropped with them.
create table upload (
    run         uuid        primary key,
    received_on date        not null,
    opened_at   timestamptz not null,
    chunks      integer     not null
);
create index upload_opened_at on upload (opened_at);

-- Raw cases as they came, by day of receipt; a day is dropped as a whole when its time is over.
create table evidence_chunk (
    received_on date    not null,
    run         uuid    not null,
    sequence    integer not null,
    cases       bytea   not null,
    primary key (received_on, run, sequence)
) partition by range (received_on);

create function ensure_chunk_partition(day date) returns void language plpgsql as $$
begin
    -- one at a time: two that create the same partition would collide
    perform pg_advisory_xact_lock(4711001);
    execute format('create table if not exists evidence_chunk_%s partition of evidence_chunk for values from (%L) to (%L)',
                   to_char(day, 'YYYYMMDD'), day, day + 1);
end $$;

create function drop_chunk_partitions(before date) returns integer language plpgsql as $$
declare
    partition text;
    dropped   integer := 0;
begin
    perform pg_advisory_xact_lock(4711001);
    for partition in
        select inhrelid::regclass::text from pg_inherits
         where inhparent = 'evidence_chunk'::regclass
           and right(inhrelid::regclass::text, 8) < to_char(before, 'YYYYMMDD')
    loop
        execute 'drop table ' || partition;
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;

-- The accumulators of an experiment; its row is the lock of its counting.
create table evidence (
    experiment_id uuid  primary key,
    totals        bytea
);

-- The newest snapshot of whole runs, apart from the accumulators so that publishing never waits for counting.
create table evidence_snapshot (
    experiment_id      uuid        primary key,
    experiment         text        not null,
    revision           bigint      not null,
    snapshot           bytea       not null,
    published_revision bigint      not null default 0,
    published_at       timestamptz
);
create index evidence_snapshot_to_publish on evidence_snapshot (published_at) where revision > published_revision;

-- Sums of one case in one arm. Bytes: one row is read and written per new case.
create table evidence_case (
    experiment_id uuid     not null,
    case_id       text     collate "C" not null,
    variant       smallint not null,
    state         bytea    not null,
    primary key (experiment_id, case_id, variant)
) with (fillfactor = 85);

create table evidence_cluster (
    experiment_id uuid  not null,
    cluster       text  collate "C" not null,
    state         bytea not null,
    primary key (experiment_id, cluster)
) with (fillfactor = 85);
