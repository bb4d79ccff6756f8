-- Addresses that are told of changes in the registry. A deleted one stays on record with what it was told.
create table webhook (
    id          uuid                        primary key,
    name        varchar(63)                 not null,
    url         varchar(2000)               not null,
    description varchar(5000),
    -- Sealed with a key that is not in the database.
    secret      varchar(4000),
    status      varchar(10)                 not null,
    created_by  uuid                        not null references person (id),
    created_at  timestamp(6) with time zone not null,
    updated_at  timestamp(6) with time zone not null,
    deleted_at  timestamp(6) with time zone
);

create table webhook_event (
    webhook_id uuid        not null references webhook (id),
    event      varchar(40) not null,
    primary key (webhook_id, event)
);
create index webhook_event_by_event on webhook_event (event, webhook_id);

-- One message to one address, written in the transaction of what it tells.
create table webhook_delivery (
    id           uuid                        primary key,
    webhook_id   uuid                        not null references webhook (id),
    event        varchar(40)                 not null,
    body         text                        not null,
    created_at   timestamp(6) with time zone not null,
    state        varchar(10)                 not null,
    attempts     integer                     not null,
    next_attempt timestamp(6) with time zone not null,
    message      varchar(500)                not null,
    done_at      timestamp(6) with time zone
);
create index webhook_delivery_due on webhook_delivery (state, next_attempt);
create index webhook_delivery_of_webhook on webhook_delivery (webhook_id, created_at);
