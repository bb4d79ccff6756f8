-- What a search ordered by a metric walks: the values of one metric in one experiment, greatest or smallest first, without touching other runs.
alter table run_metric_latest add column experiment_id bigint;
update run_metric_latest set experiment_id = (select r.experiment_id from run r where r.id = run_metric_latest.run_id);
alter table run_metric_latest alter column experiment_id set not null;
create index run_metric_by_value on run_metric_latest (experiment_id, metric_key, is_nan, metric_value, run_id);
