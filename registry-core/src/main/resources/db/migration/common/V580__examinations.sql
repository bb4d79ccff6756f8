create sequence examination_number start with 1;

-- A sample of executed promotions that somebody drew to judge their evaluations again.
create table examination (
    id          uuid                        primary key,
    number      bigint                      not null unique,
    drawn_by    uuid                        not null references person (id),
    drawn_at    timestamp(6) with time zone not null,
    -- Promotions executed in this period could be drawn.
    from_at     timestamp(6) with time zone not null,
    to_at       timestamp(6) with time zone not null,
    wanted      integer                     not null,
    seed        bigint                      not null,
    population  integer                     not null,
    state       varchar(20)                 not null,
    job_id      uuid                        not null,
    finished_at timestamp(6) with time zone
);
create index examination_drawn on examination (drawn_at);

create table examination_item (
    examination_id    uuid                        not null references examination (id),
    place             integer                     not null,
    request_number    bigint                      not null,
    model             varchar(512)                not null,
    version           integer                     not null,
    evaluation_id     uuid,
    evaluation_number bigint,
    -- Absent until it was judged again.
    outcome           varchar(20),
    detail            varchar(2000),
    checked_at        timestamp(6) with time zone,
    primary key (examination_id, place)
);
