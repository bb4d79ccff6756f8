-- Text is ordered by bytes, whatever the language of the database.
alter table experiment alter column name type varchar(1000) collate "C";
alter table run alter column name type varchar(16000) collate "C";
alter table run alter column user_id type varchar(256) collate "C";
alter table run alter column id type varchar(32) collate "C";
alter table run_param alter column run_id type varchar(32) collate "C";
alter table run_param alter column param_key type varchar(500) collate "C";
alter table run_param alter column param_value type varchar(12000) collate "C";
alter table run_tag alter column run_id type varchar(32) collate "C";
alter table run_tag alter column tag_key type varchar(500) collate "C";
alter table run_tag alter column tag_value type varchar(16000) collate "C";
alter table run_metric alter column run_id type varchar(32) collate "C";
alter table run_metric_latest alter column run_id type varchar(32) collate "C";
