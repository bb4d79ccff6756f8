-- A new version of a policy or of value assumptions is a proposal until a second person agrees.
create sequence policy_proposal_number start with 1;

-- Whoever decides on a proposal holds this row: of two decisions at the same moment one counts, whichever proposals they are on.
create table policy_proposal_lock (
    id integer primary key
);
insert into policy_proposal_lock (id) values (1);

create table policy_proposal (
    id              uuid                        primary key,
    number          bigint                      not null unique,
    subject         varchar(20)                 not null,
    -- What there can be one newest version of: policy/<name>, assumptions, or assumptions/<model>.
    target          varchar(80)                 not null,
    model_id        uuid,
    use_for         varchar(20),
    -- The version that was newest when it was written; 0 if there was none.
    base_version    integer                     not null,
    wanted          text                        not null,
    sha256          char(64)                    not null,
    reason          varchar(4000)               not null,
    state           varchar(20)                 not null,
    proposed_by     uuid                        not null references person (id),
    proposed_at     timestamp(6) with time zone not null,
    decided_by      uuid                        references person (id),
    decided_at      timestamp(6) with time zone,
    decision_reason varchar(4000),
    -- The version that came of it, once accepted.
    made_version    integer,
    -- How far judging the champions by it is: WAITING, DONE, CANCELLED or FAILED; a round counts attempts.
    judging         varchar(20)                 not null,
    round           integer                     not null,
    job_id          uuid                        not null,
    judged_at       timestamp(6) with time zone
);
create index policy_proposal_target on policy_proposal (target, state);

-- What a proposal would say of each champion, found when it was judged by it.
create table champion_ahead (
    proposal_id   uuid    not null references policy_proposal (id),
    model_id      uuid    not null references registered_model (id),
    model_version integer not null,
    use_for       varchar(20) not null,
    fails         boolean not null,
    document      text    not null,
    primary key (proposal_id, model_id)
);
