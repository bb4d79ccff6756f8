create table registered_model (
    id              uuid                        primary key,
    name            varchar(255)                not null,
    -- The name after NFKC and case folding, so that no two models differ only in writing; null once deleted, which frees it.
    canonical_name  varchar(765)                unique,
    description     text,
    protected_alias varchar(255)                not null,
    -- The highest number ever given, deleted versions included: numbers are never used again.
    last_version    integer                     not null,
    created_at      timestamp(6) with time zone not null,
    created_by      uuid                        not null,
    updated_at      timestamp(6) with time zone not null,
    deleted_at      timestamp(6) with time zone
);

create table model_version (
    id               uuid                        primary key,
    model_id         uuid                        not null references registered_model (id),
    version          integer                     not null,
    description      text,
    source           varchar(2048)               not null,
    storage_location varchar(2048)               not null,
    run_id           varchar(32),
    run_link         varchar(2048)               not null,
    logged_model_id  varchar(34),
    -- None, Staging or Archived. Production is not stored: it is the version that holds the protected alias.
    stage            varchar(20)                 not null,
    created_at       timestamp(6) with time zone not null,
    created_by       uuid                        not null,
    updated_at       timestamp(6) with time zone not null,
    deleted_at       timestamp(6) with time zone,
    unique (model_id, version)
);
create index model_version_run on model_version (run_id);
create index model_version_logged_model on model_version (logged_model_id);
create index model_version_updated on model_version (updated_at);

create table registered_model_tag (
    model_id  uuid         not null references registered_model (id),
    tag_key   varchar(250) not null,
    tag_value text         not null,
    primary key (model_id, tag_key)
);

create table model_version_tag (
    version_id uuid         not null references model_version (id),
    tag_key    varchar(250) not null,
    tag_value  text         not null,
    primary key (version_id, tag_key)
);

create table model_alias (
    model_id   uuid         not null references registered_model (id),
    alias      varchar(255) not null,
    version_id uuid         not null references model_version (id),
    primary key (model_id, alias)
);
create index model_alias_version on model_alias (version_id);

-- Who held a protected alias when. Closed and opened in the transaction that moves the alias; never rewritten otherwise.
create table alias_tenure (
    id         uuid                        primary key,
    model_id   uuid                        not null references registered_model (id),
    alias      varchar(255)                not null,
    version_id uuid                        not null references model_version (id),
    from_at    timestamp(6) with time zone not null,
    to_at      timestamp(6) with time zone,
    request_id uuid                        not null
);
create index alias_tenure_model on alias_tenure (model_id, alias, from_at);
