-- Columns for what queries and constraints ask, one document for the rest.
create table experiment (
    id              uuid primary key,
    key             text        not null,
    team            text        not null,
    revision        bigint      not null check (revision >= 1),
    status          text        not null check (status in
        ('DRAFT', 'REGISTERED', 'QUEUED', 'RUNNING', 'SUSPENDED', 'CONCLUDED', 'WITHDRAWN')),
    truncated       boolean     not null,
    surface         text        not null,
    target          text        not null check (target in ('PROMPT', 'MODEL', 'WORKFLOW')),
    revises         text,
    creator         text        not null,
    last_editor     text        not null,
    registrar       text,
    decision_owner  text        not null,
    decided_by      text,
    decided_verdict uuid,
    overridden      boolean     not null,
    document        jsonb       not null,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    constraint experiment_key_unique unique (key),
    constraint concluded_on_a_verdict check ((status = 'CONCLUDED') = (decided_verdict is not null)),
    -- Nobody overrides a verdict in their own cause, whatever the application believes.
    constraint four_eyes check (not overridden or (decided_by is not null
        and decided_by not in (creator, last_editor, decision_owner)
        and decided_by is distinct from registrar))
);

create index experiment_by_surface on experiment (surface, id desc);
create index experiment_by_team on experiment (team, id desc);
create index experiment_by_status on experiment (status, id desc);
create index experiment_by_predecessor on experiment (revises) where revises is not null;

create table experiment_history (
    id            uuid primary key,
    experiment_id uuid        not null references experiment (id),
    revision      bigint      not null,
    at            timestamptz not null,
    actor         text        not null,
    change        text        not null,
    status        text        not null,
    reason        text
);

create index experiment_history_by_experiment on experiment_history (experiment_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger experiment_history_is_append_only before update or delete on experiment_history
    for each row execute function refuse_change();

-- What the scheduler said of each admission, highest revision last.
create table experiment_admission (
    experiment_id uuid   not null references experiment (id),
    revision      bigint not null,
    document      jsonb  not null,
    primary key (experiment_id, revision)
);

-- Every exact configuration that was ever named; the digest is over the content.
create table variant (
    digest  text primary key,
    content jsonb not null
);

create trigger variant_is_append_only before update or delete on variant
    for each row execute function refuse_change();
