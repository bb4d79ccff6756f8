-- Runs are found by how their names begin. Names are longer than an index takes, so it has the first letters of them, in lower case.
-- In the order of letters' numbers, whatever the database sorts by otherwise: a beginning is a range of it.
alter table run add column name_begins varchar(400) collate "C";
update run set name_begins = fold_case(substring(name from 1 for 100));
create index run_by_name on run (lifecycle, name_begins, start_ms desc, id);
