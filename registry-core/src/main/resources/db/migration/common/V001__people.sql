create table person (
    id            uuid                        primary key,
    username      varchar(100)                not null unique,
    display_name  varchar(200)                not null,
    email         varchar(320)                not null,
    kind          varchar(20)                 not null,
    answers_to    uuid                        not null,
    password_hash varchar(200),
    active        boolean                     not null,
    created_at    timestamp(6) with time zone not null,
    last_seen_at  timestamp(6) with time zone
);

create table person_role (
    person_id uuid        not null references person (id),
    role      varchar(30) not null,
    primary key (person_id, role)
);

-- Only the SHA-256 of a token is kept; it has 256 random bits, so it needs no salt.
create table access_token (
    id           uuid                        primary key,
    person_id    uuid                        not null references person (id),
    name         varchar(100)                not null,
    token_sha256 char(64)                    not null unique,
    created_at   timestamp(6) with time zone not null,
    expires_at   timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone,
    revoked_at   timestamp(6) with time zone
);
create index access_token_person on access_token (person_id);
