insert into audit_mention (seq, named)
select distinct e.seq, cast(found[1] as uuid)
from audit_event e cross join lateral regexp_matches(e.canonical, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') found
where found[1] <> cast(e.person_id as text);

create trigger audit_object_append_only before update or delete on audit_object
    for each row execute function refuse_rewriting();
create trigger audit_object_kept before truncate on audit_object
    for each statement execute function refuse_rewriting();
create trigger audit_mention_append_only before update or delete on audit_mention
    for each row execute function refuse_rewriting();
create trigger audit_mention_kept before truncate on audit_mention
    for each statement execute function refuse_rewriting();
