-- Bytes that belong to one record of another room and have no path: the sweep leaves them while their row stands.
create table kept_file (
    id         uuid                        primary key,
    sha256     char(64)                    not null,
    size_bytes bigint                      not null,
    kept_at    timestamp(6) with time zone not null
);
create index kept_file_content on kept_file (sha256);

-- What somebody asked to have made in the background, to be downloaded when it is done.
create table prepared_file (
    id            uuid                        primary key,
    person_id     uuid                        not null references person (id),
    via           varchar(20)                 not null,
    kind          varchar(40)                 not null,
    -- What to make, in JSON; the same text asks for the same.
    particulars   text                        not null,
    -- A sentence in JSON.
    title         text                        not null,
    place         varchar(2000)               not null,
    portal        varchar(500)                not null,
    -- What one must be allowed to do to have it, asked again at each download; names with blanks between.
    rights        varchar(400)                not null,
    state         varchar(12)                 not null,
    -- Counted up when it is asked for again, so that whoever still works on an earlier asking stops.
    asking        integer                     not null,
    -- How often work on this asking was begun; more than once after the server stopped in the middle.
    begun         integer                     not null,
    rows_expected bigint                      not null,
    rows_done     bigint                      not null,
    asked_at      timestamp(6) with time zone not null,
    -- When work on it last gave a sign of life.
    seen_at       timestamp(6) with time zone,
    finished_at   timestamp(6) with time zone,
    expires_at    timestamp(6) with time zone,
    file_name     varchar(300)                not null,
    content_type  varchar(120)                not null,
    size_bytes    bigint                      not null,
    -- A sentence in JSON; empty if it did not fail.
    failure       text                        not null
);
create index prepared_file_of_person on prepared_file (person_id, asked_at);
create index prepared_file_ends on prepared_file (state, expires_at);
