create trigger outcome_intake_append_only before update or delete on outcome_intake
    for each row execute function refuse_rewriting();
create trigger outcome_intake_kept before truncate on outcome_intake
    for each statement execute function refuse_rewriting();
create trigger customer_outcome_append_only before update or delete on customer_outcome
    for each row execute function refuse_rewriting();
create trigger customer_outcome_kept before truncate on customer_outcome
    for each statement execute function refuse_rewriting();
create trigger live_figures_append_only before update or delete on live_figures
    for each row execute function refuse_rewriting();
create trigger live_figures_kept before truncate on live_figures
    for each statement execute function refuse_rewriting();
