-- Who did what an event tells, so that nobody is told of what they did themself, and how far telling of it is.
alter table outbox_event add column person_id uuid;
alter table outbox_event add column via varchar(20) default 'SYSTEM' not null;
-- WAITING, DONE, or FAILED once telling was given up. What happened before anybody told of it stays untold.
alter table outbox_event add column state varchar(10) default 'DONE' not null;
alter table outbox_event add column attempts integer default 0 not null;
alter table outbox_event add column next_attempt timestamp(6) with time zone;
alter table outbox_event add column failure varchar(500) default '' not null;
update outbox_event set delivered_at = created_at where delivered_at is null;
drop index outbox_undelivered;
create index outbox_due on outbox_event (state, next_attempt);

-- What one person is told of one event.
create table notice (
    id        uuid                        primary key,
    event_id  uuid                        not null references outbox_event (id),
    person_id uuid                        not null references person (id),
    kind      varchar(20)                 not null,
    -- What it is about, such as promotion/PR-7: further news of that settle what still waited.
    subject   varchar(200)                not null,
    place     varchar(500)                not null,
    -- What one must be allowed to do to read it.
    read_by   varchar(40)                 not null,
    -- A sentence in JSON.
    title     text                        not null,
    detail    text                        not null,
    at        timestamp(6) with time zone not null,
    read_at   timestamp(6) with time zone,
    unique (event_id, person_id)
);
create index notice_unread on notice (person_id, read_at, id);
create index notice_of_person on notice (person_id, id);
create index notice_subject on notice (subject, read_at);

-- Each notice that has to reach its person by a further channel, however often that takes.
create table notice_delivery (
    notice_id    uuid                        not null references notice (id),
    channel      varchar(20)                 not null,
    -- WAITING, SENT, DROPPED where nobody wants it any more, FAILED once it was given up.
    state        varchar(10)                 not null,
    attempts     integer                     not null,
    next_attempt timestamp(6) with time zone not null,
    message      varchar(500)                not null,
    done_at      timestamp(6) with time zone,
    primary key (notice_id, channel)
);
create index notice_delivery_due on notice_delivery (channel, state, next_attempt);

-- Kinds of notices that somebody wants otherwise than usual.
create table notice_choice (
    person_id uuid        not null references person (id),
    kind      varchar(20) not null,
    by_mail   boolean     not null,
    primary key (person_id, kind)
);
