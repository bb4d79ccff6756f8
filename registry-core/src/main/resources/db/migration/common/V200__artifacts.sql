-- Path to content. The directory comes first in the key, so that one directory is read without the files below its sub-directories.
create table artifact (
    directory  varchar(1024)               not null,
    name       varchar(255)                not null,
    sha256     char(64)                    not null,
    size_bytes bigint                      not null,
    written_at timestamp(6) with time zone not null,
    written_by uuid                        not null,
    primary key (directory, name)
);
create index artifact_content on artifact (sha256);

-- Below a frozen prefix nothing is written or deleted any more.
create table artifact_freeze (
    prefix    varchar(1024)               primary key,
    reason    varchar(400)                not null,
    frozen_at timestamp(6) with time zone not null
);
insert into artifact_freeze (prefix, reason, frozen_at)
values ('.gatehouse', 'it holds the copies that evaluations rest on', timestamp with time zone '2026-01-01 00:00:00+00');

-- Writers of one folder wait for each other here, which keeps freezing, writing and deleting in one order.
create table artifact_lock (shard integer primary key);
insert into artifact_lock (shard) values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);
