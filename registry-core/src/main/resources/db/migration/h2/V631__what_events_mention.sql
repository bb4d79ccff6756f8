-- An id has 36 characters, so an event holds no more of them than that often.
insert into audit_mention (seq, named)
select distinct e.seq, cast(regexp_substr(e.canonical, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', 1, place."X") as uuid)
from audit_event e join system_range(1, (select coalesce(max(length(canonical)), 0) / 36 from audit_event)) place on place."X" <= length(e.canonical) / 36
where regexp_substr(e.canonical, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', 1, place."X") is not null
  and regexp_substr(e.canonical, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', 1, place."X") <> cast(e.person_id as varchar);

create trigger audit_object_append_only before update, delete on audit_object
    for each row call 'io.gatehouse.audit.AppendOnly';
create trigger audit_mention_append_only before update, delete on audit_mention
    for each row call 'io.gatehouse.audit.AppendOnly';
