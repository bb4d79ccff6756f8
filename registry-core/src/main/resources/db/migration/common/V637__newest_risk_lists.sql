-- The newest lists of all models are found from the newest on.
create index risk_list_newest on risk_list (as_of, number);
