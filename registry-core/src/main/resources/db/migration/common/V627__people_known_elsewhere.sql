-- By whom else somebody is known: an OpenID Connect provider vouches for a subject, who is one person here. Subject and issuer are what
-- the protocol keeps stable; known_as is what the provider called them then, for people to read.
create table person_identity (
    issuer    varchar(500)                not null,
    subject   varchar(255)                not null,
    person_id uuid                        not null references person (id),
    known_as  varchar(320)                not null,
    joined_at timestamp(6) with time zone not null,
    primary key (issuer, subject),
    unique (person_id, issuer)
);
