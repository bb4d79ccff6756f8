-- Counts how often all sessions of somebody were ended at once; a session carries the count of its beginning and is over with the next.
alter table person add column session_round integer default 0 not null;

-- Links by which somebody chooses a password, once. Only the SHA-256 of the secret is kept; it has 256 random bits, so it needs no salt.
create table sign_in_link (
    id            uuid                        primary key,
    person_id     uuid                        not null references person (id),
    secret_sha256 char(64)                    not null unique,
    made_by       uuid                        not null references person (id),
    made_at       timestamp(6) with time zone not null,
    expires_at    timestamp(6) with time zone not null,
    ended_at      timestamp(6) with time zone
);
create index sign_in_link_person on sign_in_link (person_id);
