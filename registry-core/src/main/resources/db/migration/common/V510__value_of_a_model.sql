-- What a campaign is counted with may differ from model to model; what the model costs stands line by line.
alter table value_assumptions add column model_id uuid;
alter table value_assumptions add column reason varchar(1000) default '' not null;
alter table value_assumptions add column months_kept integer;
alter table value_assumptions add column costs text;

update value_assumptions
set costs = '[{"name":"All lines together","monthly_low":"' || cast(running_cost_low as varchar(20))
    || '","monthly_high":"' || cast(running_cost_high as varchar(20))
    || '","once_low":"' || cast(one_time_cost_low as varchar(20))
    || '","once_high":"' || cast(one_time_cost_high as varchar(20)) || '"}]';

alter table value_assumptions alter column costs set not null;
alter table value_assumptions drop column running_cost_low;
alter table value_assumptions drop column running_cost_high;
alter table value_assumptions drop column one_time_cost_low;
alter table value_assumptions drop column one_time_cost_high;

create index value_assumptions_of_model on value_assumptions (model_id, version);
