create trigger audit_event_append_only before update, delete on audit_event
    for each row call 'io.gatehouse.audit.AppendOnly';
create trigger audit_checkpoint_append_only before update, delete on audit_checkpoint
    for each row call 'io.gatehouse.audit.AppendOnly';
create trigger audit_head_moves_on before update, delete on audit_head
    for each row call 'io.gatehouse.audit.MovesOn';
-- H2 fires no trigger for TRUNCATE, but refuses it for a table that another refers to, as audit_checkpoint refers to audit_event.
