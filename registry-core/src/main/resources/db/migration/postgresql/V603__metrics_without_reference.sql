-- Metrics are written under the lock of their run, and no run leaves its table; looking the run up again for each of a million points only costs.
alter table run_metric drop constraint run_metric_run_id_fkey;
alter table run_metric_latest drop constraint run_metric_latest_run_id_fkey;
