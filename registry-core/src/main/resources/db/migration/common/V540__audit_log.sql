create index audit_event_at on audit_event (at, seq);
create index audit_event_person on audit_event (person_id, seq);
create index audit_event_action on audit_event (action, seq);

-- Public halves of the keys that checkpoints were signed with.
create table audit_key (
    sha256     char(64)                    primary key,
    public_key varchar(200)                not null,
    created_at timestamp(6) with time zone not null
);

-- What the chain was at a moment, signed. Like the events, never changed. The reference also keeps the events from being truncated.
create table audit_checkpoint (
    number     bigint                      primary key,
    seq        bigint                      not null references audit_event (seq),
    hash       char(64)                    not null,
    at         timestamp(6) with time zone not null,
    key_sha256 char(64)                    not null references audit_key (sha256),
    document   varchar(1000)               not null
);

-- Each checkpoint has to reach each anchor, however often that takes.
create table audit_anchoring (
    checkpoint   bigint                      not null references audit_checkpoint (number),
    anchor       varchar(40)                 not null,
    attempts     integer                     not null,
    next_attempt timestamp(6) with time zone not null,
    message      varchar(500)                not null,
    anchored_at  timestamp(6) with time zone,
    primary key (checkpoint, anchor)
);
create index audit_anchoring_due on audit_anchoring (anchored_at, next_attempt);

-- Each time that the whole chain was checked.
create table audit_check (
    id          uuid                        primary key,
    job_id      uuid                        not null,
    person_id   uuid                        not null,
    started_at  timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone,
    checked_to  bigint,
    fault       varchar(1000)
);
create index audit_check_started on audit_check (started_at);
