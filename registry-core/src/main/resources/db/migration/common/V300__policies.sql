-- The house itself, in whose name scheduled work and the first furnishing are done. It cannot sign in.
insert into person (id, username, display_name, email, kind, answers_to, password_hash, active, created_at)
values ('00000000-0000-0000-0000-000000000001', 'gatehouse', 'Gatehouse', '', 'SYSTEM',
        '00000000-0000-0000-0000-000000000001', null, true, timestamp with time zone '2026-01-01 00:00:00+00');

create table policy_version (
    id         uuid                        primary key,
    name       varchar(60)                 not null,
    version    integer                     not null,
    use_for    varchar(20)                 not null,
    -- RFC 8785 canonical JSON, the very bytes that were hashed; fractions are text.
    canonical  text                        not null,
    sha256     char(64)                    not null,
    created_at timestamp(6) with time zone not null,
    created_by uuid                        not null references person (id),
    unique (name, version)
);

create table value_assumptions (
    version             integer                     primary key,
    owner               varchar(200)                not null,
    currency            char(3)                     not null,
    customer_value      decimal(14, 2)              not null,
    offer_cost          decimal(14, 2)              not null,
    contact_cost        decimal(14, 2)              not null,
    save_rate           decimal(9, 8)               not null,
    customers_per_month bigint                      not null,
    running_cost_low    decimal(14, 2)              not null,
    running_cost_high   decimal(14, 2)              not null,
    one_time_cost_low   decimal(14, 2)              not null,
    one_time_cost_high  decimal(14, 2)              not null,
    created_at          timestamp(6) with time zone not null,
    created_by          uuid                        not null references person (id)
);
