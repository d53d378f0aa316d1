-- What scoring says, newest only: the higher revision wins.
create table strategy (
    name                text primary key,
    version             bigint           not null,
    kappa_cost          double precision not null,
    kappa_risk          double precision not null,
    minimum_probability double precision not null
);

create table verdict (
    experiment_id uuid primary key,
    revision      bigint not null,
    document      jsonb  not null
);
