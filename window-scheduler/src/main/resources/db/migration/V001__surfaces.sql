-- Equality on text and uuid inside an exclusion constraint needs it; it is a trusted extension, so the owner of the
-- database may create it.
create extension if not exists btree_gist;

-- One row per first path segment. Whoever grants, ends or limits anything below it locks this row first, and no other
-- row before it: one lock order, so no deadlock.
create table surface_tree (
    root text primary key
);

create table surface (
    path text primary key,
    root text not null references surface_tree,
    -- Absent until an operator sets it or a first team is granted on it.
    team text,
    max_concurrent integer not null default 1 check (max_concurrent >= 1),
    max_high_risk integer not null default 1 check (max_high_risk between 0 and max_concurrent),
    last_token bigint not null default 0,
    check (split_part(path, '/', 1) = root)
);

create index surface_root on surface (root);

create function refuse_a_smaller_token() returns trigger language plpgsql as $$
begin
    raise exception 'the fencing tokens of % never shrink', old.path using errcode = 'check_violation';
end $$;

create trigger tokens_never_shrink before update on surface
    for each row when (new.last_token < old.last_token) execute function refuse_a_smaller_token();
