-- What the scheduler knows of an experiment, fed by its snapshots. The surface and the population are fixed once an
-- experiment is registered; tier, owner and ending may change.
create table experiment (
    id uuid primary key,
    key text not null unique,
    team text not null,
    revision bigint not null,
    surface text not null references surface,
    tier text not null check (tier in ('LOW', 'ELEVATED', 'HIGH')),
    priority text not null check (priority in ('SAFETY_FIX', 'NORMAL', 'EXPLORATORY')),
    overlap_allowed boolean not null,
    population jsonb not null,
    deadline_at timestamptz not null,
    -- Creator, last editor, registrar and decision owner: none of them may approve.
    owners text[] not null,
    ending text check (ending in ('DECIDED', 'WITHDRAWN'))
);

create function populations_disjoint(a jsonb, b jsonb) returns boolean language sql immutable as $$
    -- An empty list of values proves nothing.
    select exists (
        select from jsonb_object_keys(a) dimension
        where b ? dimension
            and jsonb_array_length(a -> dimension) > 0
            and jsonb_array_length(b -> dimension) > 0
            and not (a -> dimension) ?| array(select jsonb_array_elements_text(b -> dimension)))
$$;

-- A slot in somebody's hands: by a lease (with a fencing token), or reserved for a suspended experiment (without one).
-- A lease and the reservation that follows it touch and never overlap.
create table holding (
    id bigint generated always as identity primary key,
    experiment_id uuid not null references experiment,
    surface text not null references surface,
    slot integer not null check (slot >= 1),
    high_risk_slot integer check (high_risk_slot >= 1),
    fencing_token bigint,
    held_from timestamptz not null,
    held_until timestamptz not null,
    valid tstzrange not null generated always as (tstzrange(held_from, held_until)) stored,
    check (held_from <= held_until),
    constraint one_holder_per_slot
        exclude using gist (surface with =, slot with =, valid with &&),
    constraint one_holder_per_high_risk_slot
        exclude using gist (surface with =, high_risk_slot with =, valid with &&) where (high_risk_slot is not null),
    constraint one_slot_per_experiment
        exclude using gist (experiment_id with =, valid with &&),
    constraint one_lease_per_token unique (surface, fencing_token)
);

create index holding_reservation on holding (experiment_id, id) where fencing_token is null;

create function refuse_overlap_in_tree() returns trigger language plpgsql as $$
declare
    other text;
begin
    -- Taken again by those who hold it already; it makes the check below safe for those who do not.
    perform from surface_tree t where t.root = split_part(new.surface, '/', 1) for update;
    select o.key into other
    from surface s
        join holding h on h.surface = s.path and h.valid && new.valid
        join experiment o on o.id = h.experiment_id
        join experiment n on n.id = new.experiment_id
    where s.root = split_part(new.surface, '/', 1)
        and (starts_with(s.path, new.surface || '/') or starts_with(new.surface, s.path || '/'))
        and not (o.overlap_allowed and n.overlap_allowed)
        and not populations_disjoint(o.population, n.population)
    limit 1;
    if found then
        raise exception '% would overlap %', new.surface, other
            using errcode = 'exclusion_violation', constraint = 'no_overlap_in_tree', table = 'holding';
    end if;
    return null;
end $$;

create trigger no_overlap_in_tree after insert or update on holding
    for each row execute function refuse_overlap_in_tree();

create function refuse_an_older_token() returns trigger language plpgsql as $$
begin
    if exists (select from holding h where h.experiment_id = new.experiment_id and h.fencing_token >= new.fencing_token) then
        raise exception 'token % is not newer', new.fencing_token
            using errcode = 'check_violation', constraint = 'tokens_grow', table = 'holding';
    end if;
    return new;
end $$;

create trigger tokens_grow before insert on holding
    for each row when (new.fencing_token is not null) execute function refuse_an_older_token();

create table admission (
    experiment_id uuid primary key references experiment,
    surface text not null references surface,
    revision bigint not null check (revision >= 1),
    status text not null check (status in ('QUEUED', 'GRANTED', 'SUSPENDED', 'RELEASED', 'DENIED')),
    requested_by text not null,
    requested_at timestamptz not null,
    -- The newest lease, running or ended.
    fencing_token bigint,
    -- Why it stands where it stands; a queued one's reasons are found anew each time it is read.
    reasons jsonb not null,
    changed_at timestamptz not null,
    foreign key (surface, fencing_token) references holding (surface, fencing_token)
);

create index admission_standing on admission (surface) where status in ('QUEUED', 'GRANTED', 'SUSPENDED');

-- One stay's approvals; a new request starts without any.
create table admission_approval (
    experiment_id uuid not null references admission,
    approved_by text not null,
    team text,
    approved_at timestamptz not null,
    primary key (experiment_id, approved_by)
);

create function refuse_own_approval() returns trigger language plpgsql as $$
begin
    if exists (
            select from experiment e join admission a on a.experiment_id = e.id
            where e.id = new.experiment_id and (new.approved_by = any (e.owners) or new.approved_by = a.requested_by)) then
        raise exception '% may not approve an own experiment', new.approved_by
            using errcode = 'check_violation', constraint = 'four_eyes', table = 'admission_approval';
    end if;
    return new;
end $$;

create trigger four_eyes before insert or update on admission_approval
    for each row execute function refuse_own_approval();
