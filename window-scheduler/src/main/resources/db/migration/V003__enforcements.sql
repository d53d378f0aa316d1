-- What was decided on a surface, and why: append-only, each entry bound to the one before it by its hash.
create table enforcements (
    id bigint generated always as identity primary key,
    surface text not null references surface,
    position bigint not null,
    at timestamptz not null,
    kind text not null,
    experiment_id uuid,
    experiment text,
    facts jsonb not null,
    previous_hash text not null,
    hash text not null,
    unique (surface, position)
);

create index enforcements_experiment on enforcements (experiment_id, id) where experiment_id is not null;

-- The last entry of each chain, so that a chain whose end was cut off is seen as well.
create table enforcement_head (
    surface text primary key references surface,
    position bigint not null,
    hash text not null
);

create function enforcement_hash(entry enforcements) returns text language sql stable as $$
    select encode(sha256(convert_to(jsonb_build_array(
        entry.previous_hash, entry.surface, entry.position, (extract(epoch from entry.at) * 1000000)::bigint, entry.kind,
        entry.experiment_id, entry.experiment, entry.facts)::text, 'UTF8')), 'hex')
$$;

create function chain_enforcement() returns trigger language plpgsql as $$
declare
    head enforcement_head;
begin
    -- The insert locks the row of a chain that has begun already, too: two writers never take one position.
    insert into enforcement_head (surface, position, hash) values (new.surface, 0, '')
        on conflict (surface) do update set position = enforcement_head.position
        returning * into head;
    new.position := head.position + 1;
    new.previous_hash := head.hash;
    new.hash := enforcement_hash(new);
    update enforcement_head set position = new.position, hash = new.hash where surface = new.surface;
    return new;
end $$;

create trigger chain_enforcement before insert on enforcements
    for each row execute function chain_enforcement();

create function refuse_to_rewrite_the_ledger() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger of enforcements is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete on enforcements
    for each row execute function refuse_to_rewrite_the_ledger();

create trigger never_truncated before truncate on enforcements
    for each statement execute function refuse_to_rewrite_the_ledger();

-- The first position of the surface's chain that does not hold; null when it is intact.
create function enforcement_chain_break(of_surface text) returns bigint language sql stable as $$
    with chain as (
        select e.position, e.previous_hash, e.hash, enforcement_hash(e) as expected,
            row_number() over (order by e.position) as counted,
            lag(e.hash, 1, '') over (order by e.position) as before
        from enforcements e
        where e.surface = of_surface)
    select min(position) from (
        select position from chain where position <> counted or previous_hash <> before or hash <> expected
        union all
        select position from enforcement_head h
        where surface = of_surface
            and h.position > 0
            and not exists (select from chain where chain.position = h.position and chain.hash = h.hash)) broken
$$;
