create table audit_event (
    seq        bigint                      primary key,
    at         timestamp(6) with time zone not null,
    person_id  uuid                        not null,
    via        varchar(20)                 not null,
    request_id varchar(64)                 not null,
    action     varchar(80)                 not null,
    object     varchar(600)                not null,
    -- RFC 8785 canonical JSON of the whole event, the very bytes that were hashed.
    canonical  text                        not null,
    prev_hash  char(64)                    not null,
    hash       char(64)                    not null
);
create index audit_event_object on audit_event (object, seq);

-- One row, locked last in each governance transaction: it serialises the chain without a table lock.
create table audit_head (
    id   integer  primary key,
    seq  bigint   not null,
    hash char(64) not null
);
insert into audit_head (id, seq, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
