-- A check that did not pass, accepted by two people until a day. What it says is never changed; how it stands is.
create sequence override_number start with 1;

create table check_override (
    id                uuid                        primary key,
    number            bigint                      not null unique,
    request_id        uuid                        not null references promotion_request (id),
    model_id          uuid                        not null references registered_model (id),
    version           integer                     not null,
    use_for           varchar(20)                 not null,
    check_name        varchar(40)                 not null,
    verdict           varchar(20)                 not null,
    -- The evaluation whose finding is accepted, and what it rests on: another evaluation's is not.
    evaluation_id     uuid                        not null references evaluation (id),
    evaluation_digest char(64)                    not null,
    evidence_sha256   char(64)                    not null,
    reason            varchar(4000)               not null,
    control           varchar(4000)               not null,
    until_at          timestamp(6) with time zone not null,
    state             varchar(20)                 not null,
    proposed_by       uuid                        not null references person (id),
    -- The humans behind the two: one human is never both.
    proposed_human    uuid                        not null,
    proposed_at       timestamp(6) with time zone not null,
    agreed_by         uuid                        references person (id),
    agreed_human      uuid,
    agreed_at         timestamp(6) with time zone,
    ended_by          uuid                        references person (id),
    ended_at          timestamp(6) with time zone,
    end_reason        varchar(4000),
    -- The one that it takes the place of, with new evidence.
    renews            uuid                        references check_override (id),
    -- When its end was announced.
    reminded_at       timestamp(6) with time zone
);
create index check_override_request on check_override (request_id);
create index check_override_version on check_override (model_id, version);
create index check_override_due on check_override (state, until_at);

-- In whose stead else it was proposed: they have had their say with it.
create table override_stands_for (
    override_id uuid not null references check_override (id),
    person_id   uuid not null references person (id),
    primary key (override_id, person_id)
);
