-- Limits are counted in characters; the columns have twice that, since H2 counts a character outside the basic plane as two.
create sequence experiment_number start with 1;

create table experiment (
    id                bigint                      primary key,
    name              varchar(1000)                not null unique,
    artifact_location varchar(2048)               not null,
    lifecycle         varchar(10)                 not null,
    created_at        timestamp(6) with time zone not null,
    updated_at        timestamp(6) with time zone not null,
    created_by        uuid                        not null
);

-- MLflow clients log here when they name no experiment.
insert into experiment (id, name, artifact_location, lifecycle, created_at, updated_at, created_by)
values (0, 'Default', 'mlflow-artifacts:/0', 'active', current_timestamp, current_timestamp,
        '00000000-0000-0000-0000-000000000001');

create table experiment_tag (
    experiment_id bigint         not null references experiment (id),
    tag_key       varchar(500)   not null,
    tag_value     varchar(40000) not null,
    primary key (experiment_id, tag_key)
);

-- Times that a client tells are kept as it told them, in milliseconds; those of the house are timestamps.
create table run (
    id            varchar(32)                 primary key,
    experiment_id bigint                      not null references experiment (id),
    name          varchar(16000)               not null,
    user_id       varchar(256)                not null,
    status        varchar(10)                 not null,
    lifecycle     varchar(10)                 not null,
    start_ms      bigint                      not null,
    end_ms        bigint,
    artifact_uri  varchar(2200)               not null,
    parent_run_id varchar(32),
    -- The authenticated person of the call that created the run: the trainer, whom four eyes excludes.
    created_by    uuid                        not null,
    created_at    timestamp(6) with time zone not null
);
create index run_of_experiment on run (experiment_id, start_ms desc, id);
create index run_of_parent on run (parent_run_id);

create table run_param (
    run_id      varchar(32)   not null references run (id),
    param_key   varchar(500)  not null,
    param_value varchar(12000) not null,
    primary key (run_id, param_key)
);

create table run_tag (
    run_id    varchar(32)   not null references run (id),
    tag_key   varchar(500)  not null,
    tag_value varchar(16000) not null,
    primary key (run_id, tag_key)
);

-- Append-only. The key is the whole row, so that a repeat is the same row; NaN is kept as a flag beside the number 0.
create table run_metric (
    run_id       varchar(32)      not null references run (id),
    metric_key   varchar(500)     not null,
    timestamp_ms bigint           not null,
    step         bigint           not null,
    metric_value double precision not null,
    is_nan       boolean          not null,
    primary key (run_id, metric_key, timestamp_ms, step, metric_value, is_nan)
);

-- The greatest (step, timestamp, value) of each key: what lists and searches read, however long the history.
create table run_metric_latest (
    run_id       varchar(32)      not null references run (id),
    metric_key   varchar(500)     not null,
    timestamp_ms bigint           not null,
    step         bigint           not null,
    metric_value double precision not null,
    is_nan       boolean          not null,
    primary key (run_id, metric_key)
);

create table dataset (
    id            uuid           primary key,
    experiment_id bigint         not null references experiment (id),
    name          varchar(1000)   not null,
    digest        varchar(36)    not null,
    source_type   varchar(36)    not null,
    source        varchar(131070) not null,
    schema_json   text,
    profile_json  text,
    unique (experiment_id, name, digest)
);

create table run_dataset (
    run_id     varchar(32) not null references run (id),
    dataset_id uuid        not null references dataset (id),
    primary key (run_id, dataset_id)
);
create index run_dataset_users on run_dataset (dataset_id);

create table run_dataset_tag (
    run_id     varchar(32)  not null,
    dataset_id uuid         not null,
    tag_key    varchar(510) not null,
    tag_value  varchar(1000) not null,
    primary key (run_id, dataset_id, tag_key),
    foreign key (run_id, dataset_id) references run_dataset (run_id, dataset_id)
);

-- Logged models by id; they can be named before or after the house knows them.
create table run_model_input (
    run_id   varchar(32) not null references run (id),
    model_id varchar(34) not null,
    primary key (run_id, model_id)
);
create index run_model_input_users on run_model_input (model_id);

create table run_model_output (
    run_id   varchar(32) not null references run (id),
    model_id varchar(34) not null,
    step     bigint      not null,
    primary key (run_id, model_id)
);
create index run_model_output_makers on run_model_output (model_id);
