-- What the policy asked for when the request was judged last. Requests of before ask for reviewers alone and wait for ever.
alter table promotion_request add column approval_kinds varchar(100) default '' not null;
alter table promotion_request add column approvals_in_order boolean default false not null;
alter table promotion_request add column remind_after integer;
alter table promotion_request add column expires_after integer;
-- When whom it waits for is reminded and when it expires; absent while it waits for nobody, or where the policy sets no time.
alter table promotion_request add column remind_at timestamp(6) with time zone;
alter table promotion_request add column expires_at timestamp(6) with time zone;
alter table promotion_request add column reminded_at timestamp(6) with time zone;
alter table promotion_request add column expiry_announced_at timestamp(6) with time zone;

-- The kinds of approver that somebody was when they voted, by the roles that they had then or stood in for.
alter table promotion_vote add column kinds varchar(60) default 'REVIEWER' not null;

-- Reviewing that one person handed to another until a date. Never changed but by its end.
create table review_delegation (
    id         uuid                        primary key,
    from_id    uuid                        not null references person (id),
    to_id      uuid                        not null references person (id),
    until_at   timestamp(6) with time zone not null,
    reason     varchar(1000)               not null,
    made_at    timestamp(6) with time zone not null,
    ended_at   timestamp(6) with time zone
);
create index review_delegation_from on review_delegation (from_id);
create index review_delegation_to on review_delegation (to_id);

-- For whom else a vote was cast: they have had their say with it.
create table promotion_vote_stands_for (
    vote_id   uuid not null references promotion_vote (id),
    person_id uuid not null references person (id),
    primary key (vote_id, person_id)
);
