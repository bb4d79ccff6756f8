create trigger outcome_intake_append_only before update, delete on outcome_intake
    for each row call 'io.gatehouse.audit.AppendOnly';
create trigger customer_outcome_append_only before update, delete on customer_outcome
    for each row call 'io.gatehouse.audit.AppendOnly';
create trigger live_figures_append_only before update, delete on live_figures
    for each row call 'io.gatehouse.audit.AppendOnly';
