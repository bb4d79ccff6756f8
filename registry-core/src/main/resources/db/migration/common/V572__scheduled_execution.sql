-- When an approved request is executed, and since when that moment is known to have come; absent where it is executed at once.
alter table promotion_request add column execute_at timestamp(6) with time zone;
alter table promotion_request add column moment_seen_at timestamp(6) with time zone;
create index promotion_request_scheduled on promotion_request (state, execute_at);
