-- Names are ordered by their bytes, whatever the language of the database, so that pages are the same everywhere.
alter table registered_model alter column name type varchar(255) collate "C";
alter table logged_model alter column name type varchar(500) collate "C";
alter table logged_model alter column id type varchar(34) collate "C";
alter table logged_model alter column model_type type varchar(500) collate "C";
alter table logged_model alter column source_run_id type varchar(32) collate "C";
alter table logged_model alter column location type varchar(2048) collate "C";
