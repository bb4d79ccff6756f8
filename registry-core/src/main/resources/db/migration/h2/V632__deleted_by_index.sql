-- What was deleted is found without going through all that was not, which lies at the end of these.
create index run_deleted on run (deleted_at);
create index logged_model_deleted on logged_model (deleted_at);
