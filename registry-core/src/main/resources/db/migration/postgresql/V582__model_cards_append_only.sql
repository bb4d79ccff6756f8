create trigger model_card_revision_append_only before update or delete on model_card_revision
    for each row execute function refuse_rewriting();
create trigger model_card_revision_kept before truncate on model_card_revision
    for each statement execute function refuse_rewriting();
create trigger model_card_answer_append_only before update or delete on model_card_answer
    for each row execute function refuse_rewriting();
create trigger model_card_answer_kept before truncate on model_card_answer
    for each statement execute function refuse_rewriting();
