-- What was deleted is found without going through all that was not.
create index run_deleted on run (deleted_at) where deleted_at is not null;
create index logged_model_deleted on logged_model (deleted_at) where deleted_at is not null;
