-- What people said of a request or of one of its checks. Kept for ever; nothing changes or deletes a row.
create table promotion_comment (
    request_id uuid                        not null references promotion_request (id),
    seq        integer                     not null,
    check_name varchar(40),
    person_id  uuid                        not null references person (id),
    at         timestamp(6) with time zone not null,
    words      varchar(4000)               not null,
    primary key (request_id, seq)
);
