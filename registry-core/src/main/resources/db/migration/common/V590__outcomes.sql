-- What a version said of every customer of a scored population, flagged or not. Lists from before this table kept those alone who were
-- flagged, and say nothing of how the model does.
create table scored_customer (
    model_id    uuid             not null,
    customer    varchar(200)     not null,
    list_number bigint           not null,
    score       double precision not null,
    primary key (model_id, customer, list_number)
);
alter table risk_list add column scores_kept boolean default false not null;

create sequence outcome_intake_number start with 1;

create table outcome_intake (
    id            uuid                        primary key,
    number        bigint                      not null unique,
    model_id      uuid                        not null,
    -- Of the file and of how it was read: the same again changes nothing.
    digest        char(64)                    not null,
    file_sha256   char(64)                    not null,
    rows_read     bigint                      not null,
    leavers       bigint                      not null,
    stayers       bigint                      not null,
    added         bigint                      not null,
    corrected     bigint                      not null,
    moved         bigint                      not null,
    not_scored    bigint                      not null,
    observed_from date                        not null,
    observed_to   date                        not null,
    taken_in_by   uuid                        not null,
    taken_in_at   timestamp(6) with time zone not null,
    unique (model_id, digest)
);
create index outcome_intake_of_model on outcome_intake (model_id, number);

-- Never rewritten: of a customer, the row of the newest intake counts, and as of a date the newest until then.
create table customer_outcome (
    model_id    uuid         not null,
    customer    varchar(200) not null,
    intake      bigint       not null,
    has_left    boolean      not null,
    observed_on date         not null,
    primary key (model_id, customer, intake)
);

-- Rows of a file between reading and comparing; gone when the intake commits.
create table outcome_arrival (
    intake      bigint       not null,
    customer    varchar(200) not null,
    has_left    boolean      not null,
    observed_on date         not null,
    primary key (intake, customer)
);

-- Whoever compares what came with what is on record waits here, so that two files at once are taken in one after the other.
create table outcome_lock (shard integer primary key);
insert into outcome_lock (shard) values (0), (1), (2), (3), (4), (5), (6), (7);

-- How a version does in use, computed once for each intake that could change it; never rewritten.
create table live_figures (
    id          uuid                        primary key,
    model_id    uuid                        not null,
    version     integer                     not null,
    intake      bigint                      not null,
    -- Of the customers, scores and labels that it rests on; empty where no figure could be computed.
    input_sha256 varchar(64)                not null,
    computed_at timestamp(6) with time zone not null,
    document    text                        not null
);
create index live_figures_of_version on live_figures (model_id, version, computed_at);
