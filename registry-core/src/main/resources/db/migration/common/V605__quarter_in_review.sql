-- What was decided, agreed on and put into use in a time is found without going through the rest.
create index promotion_request_decided on promotion_request (decided_at);
create index check_override_agreed on check_override (agreed_at);
create index alias_tenure_from on alias_tenure (from_at);
create index alias_tenure_to on alias_tenure (to_at);
