-- By whom else somebody is known: an OpenID Connect provider vouches for a subject, who is one person here. Subject and issuer are what
-- the protocol keeps stable; known_as is what the provider called them then, for people to read. A row stays once it opens nothing any
-- more (live is null then, so that the rules of uniqueness leave it alone): a name joins nobody who was joined before.
create table person_identity (
    id        uuid                        primary key,
    issuer    varchar(500)                not null,
    subject   varchar(255)                not null,
    person_id uuid                        not null references person (id),
    known_as  varchar(320)                not null,
    joined_at timestamp(6) with time zone not null,
    ended_at  timestamp(6) with time zone,
    live      boolean,
    unique (issuer, subject, live),
    unique (person_id, issuer, live)
);
