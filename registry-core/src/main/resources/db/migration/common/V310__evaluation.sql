create sequence evaluation_number start with 1;

create table evaluation (
    id              uuid                        primary key,
    number          bigint                      not null unique,
    model_id        uuid                        not null,
    version         integer                     not null,
    policy_name     varchar(60)                 not null,
    policy_version  integer                     not null,
    use_for         varchar(20)                 not null,
    assumptions     integer                     not null,
    evidence_sha256 char(64)                    not null,
    compared_with   integer,
    digest          char(64)                    not null,
    -- The whole evaluation as JSON, as every screen and workbook reads it.
    document        text                        not null,
    created_at      timestamp(6) with time zone not null,
    requested_by    uuid                        not null
);
create index evaluation_version on evaluation (model_id, version, number);
create index evaluation_evidence on evaluation (evidence_sha256);

create table check_result (
    evaluation_id uuid             not null references evaluation (id),
    check_name    varchar(40)      not null,
    verdict       varchar(20)      not null,
    reason_code   varchar(60)      not null,
    estimate      double precision,
    ci_low        double precision,
    ci_high       double precision,
    n             bigint,
    threshold     double precision,
    sentence      varchar(4000)    not null,
    primary key (evaluation_id, check_name)
);
