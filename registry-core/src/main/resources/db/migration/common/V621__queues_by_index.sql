-- What waits, what somebody asked for, and what was asked for lately, are found without going through the rest.
create index promotion_request_state on promotion_request (state, requested_at);
create index promotion_request_asker on promotion_request (requested_by, state);
create index promotion_request_requested on promotion_request (requested_at);

-- How often a policy or value assumptions were judged by.
create index evaluation_policy on evaluation (policy_name, policy_version);
create index evaluation_assumptions on evaluation (assumptions);
