-- Runs are found by how their names begin. Names are longer than an index takes, so it has the first letters of them, in lower case.
alter table run add column name_begins varchar(400);
update run set name_begins = fold_case(substring(name from 1 for 100));
create index run_by_name on run (lifecycle, name_begins, start_ms desc, id);
