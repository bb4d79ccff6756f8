-- What each person wants to see of a table again, for nobody else. The place is the address of the table, the choices what follows it.
create table saved_view (
    id         uuid                        primary key,
    person_id  uuid                        not null references person (id),
    place      varchar(300)                not null,
    name       varchar(60)                 not null,
    -- Without the difference of capitals, so that no two look alike. One character may become three.
    name_key   varchar(180)                not null,
    choices    varchar(8000)               not null,
    is_default boolean                     not null,
    created_at timestamp(6) with time zone not null,
    unique (person_id, place, name_key)
);

-- The columns that each person chose last.
create table remembered_columns (
    person_id      uuid          not null references person (id),
    place          varchar(300)  not null,
    columns_chosen varchar(8000) not null,
    primary key (person_id, place)
);
