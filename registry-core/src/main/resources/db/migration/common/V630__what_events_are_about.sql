-- What something was ever done to, each once: whoever looks for a word in it looks through these, and not through all events.
create table audit_object (
    object varchar(600) primary key
);
insert into audit_object (object) select distinct object from audit_event;

-- The ids that an event names, such as that of a model, other than the person's who did it; found again from either side.
create table audit_mention (
    seq   bigint not null,
    named uuid   not null,
    primary key (seq, named)
);
create index audit_mention_named on audit_mention (named, seq);
