-- What lists walk that are leafed through from a place on, in their usual order.
create index experiment_newest on experiment (created_at desc, id);
create index registered_model_by_name on registered_model (name);
create index logged_model_newest on logged_model (experiment_id, created_at desc, id);
drop index logged_model_experiment;
