-- Every version that was ever published; an experiment keeps the numbers of the one it registered with.
create table strategy (
    name                text             not null,
    version             bigint           not null check (version > 0),
    kappa_cost          double precision not null check (kappa_cost >= 0),
    kappa_risk          double precision not null check (kappa_risk >= 1),
    minimum_probability double precision not null check (minimum_probability > 0 and minimum_probability < 1),
    published_by        text             not null,
    published_at        timestamptz      not null,
    primary key (name, version)
);
