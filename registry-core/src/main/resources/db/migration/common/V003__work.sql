create table job (
    id          uuid                        primary key,
    kind        varchar(60)                 not null,
    payload     text                        not null,
    state       varchar(20)                 not null,
    attempts    integer                     not null,
    progress    integer                     not null,
    message     varchar(2000)               not null,
    leased_by   varchar(100),
    lease_until timestamp(6) with time zone,
    not_before  timestamp(6) with time zone not null,
    created_at  timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone
);
create index job_waiting on job (state, not_before);

create table outbox_event (
    id           uuid                        primary key,
    kind         varchar(60)                 not null,
    payload      text                        not null,
    created_at   timestamp(6) with time zone not null,
    delivered_at timestamp(6) with time zone
);
create index outbox_undelivered on outbox_event (delivered_at, id);
