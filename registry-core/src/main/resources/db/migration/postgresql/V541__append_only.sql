create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create function refuse_going_back() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end if;
    if new.id <> old.id or new.seq <> old.seq + 1 then
        raise exception 'audit_head moves on by one event at a time' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function refuse_rewriting();
create trigger audit_event_kept before truncate on audit_event
    for each statement execute function refuse_rewriting();
create trigger audit_checkpoint_append_only before update or delete on audit_checkpoint
    for each row execute function refuse_rewriting();
create trigger audit_checkpoint_kept before truncate on audit_checkpoint
    for each statement execute function refuse_rewriting();
create trigger audit_head_moves_on before update or delete on audit_head
    for each row execute function refuse_going_back();
create trigger audit_head_kept before truncate on audit_head
    for each statement execute function refuse_rewriting();
