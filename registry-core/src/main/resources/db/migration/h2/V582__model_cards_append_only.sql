create trigger model_card_revision_append_only before update, delete on model_card_revision
    for each row call 'io.gatehouse.audit.AppendOnly';
create trigger model_card_answer_append_only before update, delete on model_card_answer
    for each row call 'io.gatehouse.audit.AppendOnly';
