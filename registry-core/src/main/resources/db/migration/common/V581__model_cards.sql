-- What people say of a version, save by save. Nothing changes or deletes a row.
create table model_card_revision (
    model_id  uuid                        not null references registered_model (id),
    version   integer                     not null,
    revision  integer                     not null,
    at        timestamp(6) with time zone not null,
    person_id uuid                        not null references person (id),
    -- Of all answers that stood after it, as canonical JSON.
    sha256    char(64)                    not null,
    primary key (model_id, version, revision)
);

-- The fields that a save answered; the others stand as they stood.
create table model_card_answer (
    model_id     uuid        not null,
    version      integer     not null,
    revision     integer     not null,
    field        varchar(40) not null,
    words        text        not null,
    -- The version that the words were first written for, where they were taken over unchanged.
    carried_from integer,
    primary key (model_id, version, revision, field),
    foreign key (model_id, version, revision) references model_card_revision (model_id, version, revision)
);

-- The digest of the card that an evaluation, and so each vote on it, is bound to; absent where its policy asks for no card.
alter table evaluation add column card_sha256 char(64);
