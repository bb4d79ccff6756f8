-- Metrics are written under the lock of their run, and no run leaves its table; looking the run up again for each of a million points only costs,
-- and H2 keeps an index of its own for it.
execute immediate select 'alter table run_metric drop constraint "' || constraint_name || '"' from information_schema.table_constraints
where lower(table_name) = 'run_metric' and constraint_type = 'FOREIGN KEY';
execute immediate select 'alter table run_metric_latest drop constraint "' || constraint_name || '"' from information_schema.table_constraints
where lower(table_name) = 'run_metric_latest' and constraint_type = 'FOREIGN KEY';

-- The index that H2 keeps for this one is poorer than that of runs by start, but H2 takes it and sorts. An experiment leaves its table as little as a run.
execute immediate select 'alter table run drop constraint "' || constraint_name || '"' from information_schema.table_constraints
where lower(table_name) = 'run' and constraint_type = 'FOREIGN KEY';
