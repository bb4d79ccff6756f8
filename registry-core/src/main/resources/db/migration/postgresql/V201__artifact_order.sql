-- Ranges of paths are ranges of bytes, whatever the language of the database.
alter table artifact alter column directory type varchar(1024) collate "C";
alter table artifact alter column name type varchar(255) collate "C";
alter table artifact_freeze alter column prefix type varchar(1024) collate "C";
