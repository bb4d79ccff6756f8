create sequence promotion_number start with 1;

create table promotion_request (
    id               uuid                        primary key,
    number           bigint                      not null unique,
    -- Counts changes, so that of two decisions made on the same state one is refused.
    revision         integer                     not null,
    model_id         uuid                        not null references registered_model (id),
    version          integer                     not null,
    alias            varchar(255)                not null,
    use_for          varchar(20)                 not null,
    state            varchar(20)                 not null,
    requested_by     uuid                        not null references person (id),
    requested_at     timestamp(6) with time zone not null,
    trained_by       uuid                        not null references person (id),
    note             varchar(4000)               not null,
    approvals_needed integer                     not null,
    -- Counts evaluations; votes of an earlier round no longer count.
    round            integer                     not null,
    job_id           uuid                        not null,
    evaluation_id    uuid                        references evaluation (id),
    digest           char(64),
    compared_with    integer,
    -- Why the checks could not run, as a sentence in JSON; absent once they could.
    problem          text,
    -- What happened last, as a sentence in JSON.
    last_step        text                        not null,
    decided_at       timestamp(6) with time zone,
    -- Model, alias and version while the request is open, so that asking again finds it; absent afterwards.
    open_key         varchar(400)                unique
);
create index promotion_request_model on promotion_request (model_id, version);

create table promotion_vote (
    id         uuid                        primary key,
    request_id uuid                        not null references promotion_request (id),
    round      integer                     not null,
    person_id  uuid                        not null references person (id),
    -- The human behind the vote: nobody votes twice, not even through a service account.
    human_id   uuid                        not null,
    choice     varchar(20)                 not null,
    reason     varchar(4000)               not null,
    digest     char(64)                    not null,
    voted_at   timestamp(6) with time zone not null,
    unique (request_id, round, human_id)
);

create table promotion_step (
    request_id uuid                        not null references promotion_request (id),
    seq        integer                     not null,
    at         timestamp(6) with time zone not null,
    person_id  uuid                        not null references person (id),
    sentence   text                        not null,
    primary key (request_id, seq)
);
