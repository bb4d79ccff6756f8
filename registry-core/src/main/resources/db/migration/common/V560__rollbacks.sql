create sequence rollback_number start with 1;

-- A champion that one person took back at once. Who looks into it afterwards is somebody else.
create table alias_rollback (
    id             uuid                        primary key,
    number         bigint                      not null unique,
    model_id       uuid                        not null references registered_model (id),
    alias          varchar(255)                not null,
    from_version   integer                     not null,
    to_version     integer                     not null,
    -- The request that had brought the version that was taken back.
    request_id     uuid                        not null,
    person_id      uuid                        not null references person (id),
    human_id       uuid                        not null,
    reason         varchar(4000)               not null,
    at             timestamp(6) with time zone not null,
    due_at         timestamp(6) with time zone not null,
    followed_by    uuid                        references person (id),
    followed_at    timestamp(6) with time zone,
    finding        varchar(4000)
);
create index alias_rollback_model on alias_rollback (model_id, at);

alter table alias_tenure add column rollback_id uuid;
