create table logged_model (
    id             varchar(34)                 primary key,
    experiment_id  bigint                      not null,
    name           varchar(500)                not null,
    model_type     varchar(500)                not null,
    source_run_id  varchar(32),
    location       varchar(2048)               not null,
    status         varchar(40)                 not null,
    status_message varchar(2000),
    created_at     timestamp(6) with time zone not null,
    created_by     uuid                        not null,
    updated_at     timestamp(6) with time zone not null,
    deleted_at     timestamp(6) with time zone
);
create index logged_model_experiment on logged_model (experiment_id, created_at);
create index logged_model_run on logged_model (source_run_id);

create table logged_model_param (
    model_id    varchar(34)   not null references logged_model (id),
    param_key   varchar(250)  not null,
    param_value varchar(6000) not null,
    primary key (model_id, param_key)
);

create table logged_model_tag (
    model_id  varchar(34)  not null references logged_model (id),
    tag_key   varchar(250) not null,
    tag_value text         not null,
    primary key (model_id, tag_key)
);

create table logged_model_metric (
    model_id       varchar(34)      not null references logged_model (id),
    metric_key     varchar(250)     not null,
    logged_at      bigint           not null,
    step           bigint           not null,
    run_id         varchar(32)      not null,
    -- NaN is kept apart: databases do not agree on how it compares.
    metric_value   double precision not null,
    is_nan         boolean          not null,
    dataset_name   varchar(500)     not null,
    dataset_digest varchar(36)      not null,
    primary key (model_id, metric_key, logged_at, step, run_id)
);
