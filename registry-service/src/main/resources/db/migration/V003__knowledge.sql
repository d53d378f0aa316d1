create extension if not exists pg_trgm;

-- What concluded experiments taught. The review is kept as it was written at the conclusion.
create table knowledge (
    experiment_id uuid primary key references experiment (id),
    experiment    text        not null,
    title         text        not null,
    surface       text        not null,
    target        text        not null,
    decision      text        not null check (decision in ('ROLLOUT', 'ITERATE', 'ROLLBACK')),
    decided_at    timestamptz not null,
    hypothesis    text        not null,
    lessons       text        not null,
    tags          text        not null,
    review        text        not null,
    words         tsvector    not null generated always as (
        setweight(to_tsvector('english', title || ' ' || replace(experiment, '-', ' ') || ' ' || tags), 'A')
        || setweight(to_tsvector('english', hypothesis), 'B')
        || setweight(to_tsvector('english', lessons), 'C')
        || setweight(to_tsvector('english', review), 'D')) stored
);

create index knowledge_words on knowledge using gin (words);
create index knowledge_hypothesis on knowledge using gin (lower(hypothesis) gin_trgm_ops);
create index knowledge_by_time on knowledge (decided_at desc, experiment_id desc);

create table review (
    experiment_id uuid primary key references experiment (id),
    document      jsonb not null
);

create trigger review_is_append_only before update or delete on review
    for each row execute function refuse_change();
