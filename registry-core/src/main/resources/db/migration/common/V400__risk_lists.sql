create sequence risk_list_number start with 1;

create table risk_list (
    id             uuid                        primary key,
    number         bigint                      not null unique,
    model_id       uuid                        not null,
    version        integer                     not null,
    was_champion   boolean                     not null,
    as_of          date                        not null,
    population     varchar(200)                not null,
    threshold      double precision            not null,
    scored         bigint                      not null,
    listed         bigint                      not null,
    value_listed   decimal(19, 2),
    currency       char(3)                     not null,
    -- The list before it, of the same model and population.
    previous       bigint,
    joined         bigint                      not null,
    left_since     bigint                      not null,
    segment_names  varchar(2000)               not null,
    file_sha256    char(64)                    not null,
    posted_by      uuid                        not null,
    posted_at      timestamp(6) with time zone not null
);
create index risk_list_of_model on risk_list (model_id, population, as_of, number);

create table risk_list_row (
    list_number     bigint           not null references risk_list (number),
    list_rank       integer          not null,
    customer        varchar(200)     not null,
    probability     double precision not null,
    band            varchar(20)      not null,
    movement        varchar(10)      not null,
    previous_probability double precision,
    customer_value  decimal(19, 2),
    segments        text             not null,
    reasons         text             not null,
    -- Customer and reasons in lower case, for searching.
    searchable      varchar(4000)    not null,
    primary key (list_number, list_rank)
);
create index risk_list_customer on risk_list_row (list_number, customer);

-- For filters: which rows of a list are in a group.
create table risk_list_group (
    list_number bigint       not null,
    attribute   varchar(200) not null,
    group_value varchar(200) not null,
    list_rank   integer      not null,
    primary key (list_number, attribute, group_value, list_rank)
);
